package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The program's callables and types by name, and which callables a call may reach. */
final class Index {
  /** More overrides than this and a virtual call tells nothing. */
  private static final int OVERRIDES = 4;

  private final Map<String, Body> bodies = new HashMap<>();
  private final List<Body> inOrder = new ArrayList<>();
  private final Map<String, TypeDecl> types = new LinkedHashMap<>();
  private final Map<String, List<String>> subtypes = new HashMap<>();
  private final Map<String, List<Body>> methods = new HashMap<>();
  private final Map<String, List<Body>> byOwner = new HashMap<>();
  private final Map<Body, List<Body>> closures = new HashMap<>();
  private final Map<String, List<Body>> bodiesOf = new HashMap<>();
  private final Map<String, List<Body>> dispatch = new ConcurrentHashMap<>();
  private final Map<String, Collection<String>> lineages = new ConcurrentHashMap<>();
  private final Types hierarchy;

  /** A callable a call may reach, and how sure that is. */
  record Callee(Body body, Confidence confidence) {}

  Index(List<Unit> units, Types hierarchy) {
    this.hierarchy = hierarchy;
    for (Unit unit : units) {
      unit.types().forEach(type -> types.put(type.name(), type));
    }
    for (TypeDecl type : types.values()) {
      for (String ancestor : lineage(type.name())) {
        subtypes.computeIfAbsent(ancestor, a -> new ArrayList<>(1)).add(type.name());
      }
    }
  }

  void add(Body body) {
    Body same = bodies.put(body.id(), body);
    if (same == null) {
      inOrder.add(body);
    } else {
      inOrder.set(inOrder.indexOf(same), body);
    }
    bodiesOf.computeIfAbsent(body.callable.owner(), o -> new ArrayList<>(2)).add(body);
    Callable callable = body.callable;
    if (!callable.isClosure()) {
      String key = methodKey(callable.owner(), callable.name(), callable.params().size());
      methods.computeIfAbsent(key, k -> new ArrayList<>(1)).add(body);
    }
    if (callable.isClosure() && body.enclosing != null) {
      closures.computeIfAbsent(body.enclosing, e -> new ArrayList<>(1)).add(body);
    }
    if (callable.kind() == Callable.Kind.METHOD && callable.hasBody()) {
      byOwner.computeIfAbsent(callable.owner(), o -> new ArrayList<>()).add(body);
    }
  }

  private static String methodKey(String owner, String name, int arity) {
    return owner + "." + name + "/" + arity;
  }

  /** Supertypes through the program's own declarations first. */
  Collection<String> lineage(String type) {
    Collection<String> known = lineages.get(type);
    if (known == null) {
      known = hierarchy.lineage(type);
      lineages.put(type, known);
    }
    return known;
  }

  /** Abstract methods of a type, as {@code name/parameters}; empty when not known. */
  Set<String> abstractMethods(String type) {
    return hierarchy.abstractMethods(type);
  }

  Collection<Body> bodies() {
    return inOrder;
  }

  /** All callables of one type, closures too. */
  List<Body> bodies(String type) {
    return bodiesOf.getOrDefault(type, List.of());
  }

  /** The closures made directly in a body. */
  List<Body> closures(Body body) {
    return closures.getOrDefault(body, List.of());
  }

  Optional<Body> body(String id) {
    return Optional.ofNullable(bodies.get(id));
  }

  /** Every type of the program, also those without methods. */
  Stream<TypeDecl> types() {
    return types.values().stream();
  }

  Optional<TypeDecl> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** Methods of one type of the program by name and arity. */
  List<Body> declared(String owner, String name, int arity) {
    return methods.getOrDefault(methodKey(owner, name, arity), List.of());
  }

  /** Every method with a body that a type of the program declares itself. */
  List<Body> methodsOf(String type) {
    return byOwner.getOrDefault(type, List.of());
  }

  /** What a call may run, surest first; empty when it leaves the program or tells too little. */
  List<Callee> callees(CallSite site) {
    List<Callee> known = site.callees;
    if (known == null) {
      known = List.copyOf(findCallees(site));
      site.callees = known;
    }
    return known;
  }

  private List<Callee> findCallees(CallSite site) {
    if (!(site.target() instanceof Target.Known known) || !types.containsKey(known.owner())) {
      return List.of();
    }
    if (known.name().equals("<init>")) {
      List<Callee> made = new ArrayList<>(2);
      exact(known).ifPresent(body -> made.addAll(body.asOnlyCallee));
      body(known.owner() + ".<fields>").ifPresent(body -> made.addAll(body.asOnlyCallee));
      return made;
    }
    Optional<Body> named = exact(known);
    if (named.isEmpty()) {
      return List.of();
    }
    List<Body> all = targets(named.get(), known.receiver());
    if (all.size() > OVERRIDES) {
      return List.of();
    }
    if (all.size() == 1) {
      return all.get(0).asOnlyCallee;
    }
    return all.stream().map(body -> new Callee(body, Confidence.LOW)).toList();
  }

  /** The bodies a call of a method on a receiver of a static type may run. */
  private List<Body> targets(Body base, String receiver) {
    List<Body> own = base.callable.hasBody() ? List.of(base) : List.of();
    List<String> below = subtypes.getOrDefault(receiver, List.of());
    if (!dispatches(base.callable) || below.isEmpty()) {
      return own;
    }
    return dispatch.computeIfAbsent(
        receiver + " " + base.id(),
        key -> {
          Set<Body> all = new LinkedHashSet<>();
          for (String subtype : below) {
            if (all.size() > OVERRIDES) {
              break;
            }
            if (types.get(subtype).isConcrete()) {
              implementation(base, subtype).ifPresent(all::add);
            }
          }
          return all.isEmpty() ? own : List.copyOf(all);
        });
  }

  /** The body that runs when the method is called on an object of a class. */
  private Optional<Body> implementation(Body base, String type) {
    for (String ancestor : lineage(type)) {
      Optional<Body> found =
          ancestor.equals(base.callable.owner())
              ? Optional.of(base).filter(body -> body.callable.hasBody())
              : overrides(base, ancestor);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a method overrides one that no type of the program declares. */
  boolean implementsLibrary(Body method) {
    Callable callable = method.callable;
    return lineage(callable.owner()).stream()
        .filter(type -> !type.equals(callable.owner()))
        .allMatch(type -> declared(type, callable.name(), callable.params().size()).isEmpty());
  }

  /** Whether a type of the program replaces a member of a type it does not declare. */
  boolean isOverridden(Target.Known known) {
    return subtypes.getOrDefault(known.owner(), List.of()).stream()
        .anyMatch(type -> !declared(type, known.name(), known.arity()).isEmpty());
  }

  private Optional<Body> exact(Target.Known known) {
    if (!known.parameters().isEmpty()) {
      return body(known.owner() + "." + known.name() + known.parameters());
    }
    List<Body> candidates = declared(known.owner(), known.name(), known.arity());
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private static boolean dispatches(Callable method) {
    return !method.modifiers().contains("static")
        && !method.modifiers().contains("private")
        && !method.modifiers().contains("final")
        && method.kind() == Callable.Kind.METHOD;
  }

  /** The override of a method in a type: same name and erased parameters, or same arity alone. */
  private Optional<Body> overrides(Body base, String subtype) {
    String signature = base.id().substring(base.callable.owner().length());
    Optional<Body> exact = body(subtype + signature).filter(body -> body.callable.hasBody());
    if (exact.isPresent()) {
      return exact;
    }
    List<Body> named =
        declared(subtype, base.callable.name(), base.callable.params().size()).stream()
            .filter(body -> body.callable.hasBody())
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }
}
