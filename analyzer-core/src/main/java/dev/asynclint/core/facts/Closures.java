package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which call runs which closure: directly, or through parameters of the program's own helpers.
 *
 * <p>A helper that calls its parameter during the call is transparent: the closure counts as called
 * by whoever passes it, not by all who use the helper.
 */
final class Closures {
  private static final int ROUNDS = 4;

  private final Index index;
  private final Values values;
  private final Map<Body, Set<Use>> uses = new LinkedHashMap<>();
  private final Map<Body, Map<String, Set<Use>>> params = new HashMap<>();

  /** Overrides of library methods by type; rules ask from any thread. */
  private final Map<String, List<Body>> overrides = new ConcurrentHashMap<>();

  /**
   * A place where a closure is run.
   *
   * @param site the call that runs it or hands it on
   * @param runs how, or null when {@code site} invokes it itself
   * @param passed the call that passes it to the helper {@code site} stands in, or null when there
   *     is no helper
   */
  record Use(CallSite site, Effect.Runs runs, CallSite passed) {
    @Override
    public int hashCode() {
      return site.hashCode() * 31 + (passed == null ? 0 : passed.hashCode());
    }
  }

  /** How many there are of both. */
  private int size;

  /** A call with one callee that is of the program, and how many uses of each parameter it saw. */
  private record ToHelper(CallSite site, Body helper, int[] seen) {}

  Closures(Index index, Values values) {
    this.index = index;
    this.values = values;
    List<ToHelper> toHelpers = new ArrayList<>();
    for (Body body : index.bodies()) {
      for (CallSite site : body.sites) {
        direct(site);
        if (!site.args().isEmpty()) {
          List<Index.Callee> callees = index.callees(site);
          if (callees.size() == 1) {
            toHelpers.add(new ToHelper(site, callees.get(0).body(), new int[site.args().size()]));
          }
        }
      }
    }
    for (int round = 0, before = -1; round < ROUNDS && size != before; round++) {
      before = size;
      for (ToHelper call : toHelpers) {
        if (call.helper.runsParams) {
          throughHelper(call);
        }
      }
    }
  }

  /** Where a closure, or a method of a class made for the purpose, is run. */
  Set<Use> of(Body closure) {
    return uses.getOrDefault(closure, Set.of());
  }

  Set<Body> all() {
    return uses.keySet();
  }

  /** The bodies a value may stand for when it is called. */
  List<Body> bodies(Body from, Value value) {
    List<Body> found = new ArrayList<>(1);
    collect(values.origin(from, value), null, found, 0);
    return found;
  }

  private void direct(CallSite site) {
    if (site.model().isPresent()) {
      site.model()
          .get()
          .effects(Effect.Runs.class)
          .forEach(runs -> record(site, runs.param(), new Use(site, runs, null)));
    }
    Value receiver = site.receiver();
    if (receiver instanceof Value.Local
        || receiver instanceof Value.Param
        || receiver instanceof Value.Closure) {
      Values.Ref callee = values.resolve(site.body, receiver);
      if (callee.value() instanceof Value.Param || callee.value() instanceof Value.Closure) {
        note(callee, new Use(site, null, null));
      }
    }
  }

  private void record(CallSite site, int position, Use use) {
    note(values.origin(site.body, site.operand(position)), use);
  }

  private void note(Values.Ref ref, Use use) {
    if (ref.value() instanceof Value.Param param) {
      Body declarer = ref.body().declarer(param.name());
      if (declarer != null) {
        declarer.runsParams = true;
        Map<String, Set<Use>> named = params.computeIfAbsent(declarer, d -> new HashMap<>(2));
        add(named, param.name(), use);
      }
      return;
    }
    List<Body> found = new ArrayList<>(1);
    collect(ref, use, found, 0);
    for (Body body : found) {
      add(uses, body, use);
    }
  }

  private <K> void add(Map<K, Set<Use>> to, K key, Use use) {
    if (to.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(use)) {
      size++;
    }
  }

  private void throughHelper(ToHelper call) {
    CallSite site = call.site;
    Map<String, Set<Use>> named = params.get(call.helper);
    List<Callable.Variable> declared = call.helper.callable.params();
    for (int i = 0; i < Math.min(site.args().size(), declared.size()); i++) {
      Set<Use> inside = named.getOrDefault(declared.get(i).name(), Set.of());
      if (inside.size() == call.seen[i]) {
        continue;
      }
      List<Use> more = inside.stream().skip(call.seen[i]).toList();
      call.seen[i] = inside.size();
      for (Use use : more) {
        record(site, i, new Use(use.site, use.runs, site));
      }
    }
  }

  private void collect(Values.Ref ref, Use use, List<Body> found, int depth) {
    if (depth > 3) {
      return;
    }
    if (ref.value() instanceof Value.Closure closure) {
      index.body(closure.callable()).ifPresent(body -> supplied(body, found, depth));
    } else if (ref.value() instanceof Value.Choice choice) {
      choice.options().forEach(o -> collect(values.origin(ref.body(), o), use, found, depth + 1));
    } else if (ref.value() instanceof Value.This) {
      entries(ref.body().callable.owner(), use, found);
    } else if (ref.site() != null) {
      CallSite made = ref.site();
      if (made.isNew()) {
        entries(made.type(), use, found);
      } else {
        List<Index.Callee> callees = index.callees(made);
        if (callees.size() == 1 && callees.get(0).body().returned.size() == 1) {
          Body callee = callees.get(0).body();
          Values.Ref result = values.origin(callee, callee.returned.get(0));
          if (result.value() instanceof Value.Closure) {
            collect(result, use, found, depth + 1);
          }
        }
      }
    }
  }

  /** A closure, and the object it makes, if that is all it does. */
  private void supplied(Body closure, List<Body> found, int depth) {
    found.add(closure);
    if (closure.returned.size() == 1 && closure.sites.size() == 1) {
      Values.Ref made = values.resolve(closure, closure.returned.get(0));
      if (made.site() != null && made.site().isNew()) {
        collect(made, null, found, depth + 1);
      }
    }
  }

  /**
   * The methods by which others run an object of a program class: the one that is invoked, the one
   * abstract method of the type it is taken as, or else all overrides of library methods.
   */
  private void entries(String type, Use use, List<Body> found) {
    Optional<String> only = use == null ? Optional.empty() : only(use);
    if (only.isEmpty()) {
      found.addAll(overrides.computeIfAbsent(type, this::overrides));
      return;
    }
    for (Body method : index.methodsOf(type)) {
      Callable callable = method.callable;
      if (only.get().equals(callable.name() + "/" + callable.params().size())) {
        found.add(method);
      }
    }
  }

  private List<Body> overrides(String type) {
    return index.methodsOf(type).stream()
        .filter(
            method ->
                method.callable.annotations().stream()
                    .anyMatch(a -> a.simpleName().equals("Override")))
        .filter(index::implementsLibrary)
        .toList();
  }

  private Optional<String> only(Use use) {
    if (use.runs == null) {
      return Optional.of(use.site.name() + "/" + use.site.args().size());
    }
    Set<String> methods = index.abstractMethods(use.site.parameterType(use.runs.param()));
    return methods.size() == 1 ? methods.stream().findFirst() : Optional.empty();
  }
}
