package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Effect.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tasks that wait for a task of the very pool they occupy a thread of. Two executors are the same
 * when they have the same access path; only pools of a bounded number of threads count, and none
 * whose threads help out while they wait.
 */
public final class SamePool {
  private static final int CALLS = 5;
  private static final int DEPTH = 8;

  private final Program program;
  private final Values values;
  private final Models models;
  private final List<Starved> all = new ArrayList<>();
  private final Set<CallSite> reported = new HashSet<>();

  /**
   * A wait that keeps a thread which the awaited task needs.
   *
   * @param site the call that waits
   * @param pool the executor in words of the source
   * @param threads how many threads the pool has, when the source states it
   * @param timed whether the wait states a bound
   * @param path from the task's start to the wait
   */
  public record Starved(
      CallSite site, String pool, OptionalInt threads, boolean timed, List<Step> path) {
    /** Copies the path. */
    public Starved {
      path = List.copyOf(path);
    }
  }

  /** A task on a pool: where it was handed over, and the pool's access path. */
  private record Task(CallSite start, Body body, String key, Executors.Pool pool) {}

  private SamePool(Program program) {
    this.program = program;
    this.models = program.models();
    this.values = models.values();
    for (Body body : program.index().bodies()) {
      for (Closures.Use use : program.closures().of(body)) {
        if (use.runs() != null) {
          executor(use.site(), use.runs())
              .flatMap(value -> task(use.site(), body, value))
              .ifPresent(task -> follow(task, body, List.of(), new HashSet<>()));
        }
      }
    }
  }

  /** The waits of a program for the pool that runs them. */
  public static SamePool of(Program program) {
    return program.derived(SamePool.class, SamePool::new);
  }

  /** Every such wait once, in the order of the tasks. */
  public Stream<Starved> waits() {
    return all.stream();
  }

  private static Optional<Value> executor(CallSite site, Effect.Runs runs) {
    return switch (runs.where().place()) {
      case RECEIVER -> Optional.of(site.receiver());
      case EXECUTOR -> Optional.of(site.operand(runs.where().param()));
      default -> Optional.empty();
    };
  }

  private Optional<Task> task(CallSite start, Body body, Value executor) {
    Executors.Pool pool = program.executors().pool(start.body, executor);
    CallSite made = values.origin(start.body, executor).site();
    boolean bounded = pool.context() == Context.BOUNDED_POOL;
    boolean helps = made != null && made.has(Effect.Flag.HELPS);
    return bounded && !helps
        ? Optional.of(new Task(start, body, values.key(start.body, executor), pool))
        : Optional.empty();
  }

  private void follow(Task task, Body body, List<CallSite> way, Set<Body> seen) {
    if (way.size() > CALLS || !seen.add(body)) {
      return;
    }
    for (CallSite site : body.sites) {
      Optional<Waiting.Event> event = program.event(site).filter(Waiting.Event::waits);
      if (event.isPresent() && !reported.contains(site)) {
        handedOver(task, site)
            .filter(inner -> !isAround(inner.body, task.body))
            .ifPresent(inner -> add(task, site, inner, way, event.get()));
      }
    }
    for (Calls.Call call : program.callGraph().from(body)) {
      List<CallSite> further = new ArrayList<>(way);
      further.add(call.site());
      follow(task, call.to(), further, seen);
    }
  }

  /**
   * A task that was handed over before this one stands before it in the queue: it has a thread by
   * the time this one runs.
   */
  private static boolean isAround(Body outer, Body task) {
    Body around = task.enclosing;
    while (around != null && around != outer) {
      around = around.enclosing;
    }
    return around != null;
  }

  private void add(
      Task task, CallSite wait, CallSite inner, List<CallSite> way, Waiting.Event event) {
    reported.add(wait);
    List<Step> path = new ArrayList<>();
    String pool = name(task);
    path.add(new Step(task.start.place(), "runs this task on '" + pool + "'", 0));
    way.forEach(hop -> path.add(new Step(hop.place(), "calls " + hop.display(), path.size())));
    if (inner != wait) {
      path.add(new Step(inner.place(), "hands '" + pool + "' another task", path.size()));
    }
    path.add(new Step(wait.place(), "waits for that task here", path.size()));
    Effect.Amount size = task.pool.size();
    OptionalInt threads =
        size.kind() == Effect.Amount.Kind.CONSTANT
            ? OptionalInt.of(size.value())
            : OptionalInt.empty();
    all.add(new Starved(wait, pool, threads, event.timed(), path));
  }

  private static String name(Task task) {
    String path =
        task.key.substring(Math.max(task.key.lastIndexOf('.'), task.key.lastIndexOf(':')) + 1);
    return path.contains("#") ? "the executor" : path;
  }

  /** The site that hands the awaited task to the same pool. */
  private Optional<CallSite> handedOver(Task task, CallSite wait) {
    boolean itself =
        wait.effect(Effect.Spawns.class).isPresent()
            && models.tagged(wait.receiverType(), "executor")
            && values.key(wait.body, wait.receiver()).equals(task.key);
    return itself ? Optional.of(wait) : source(task, wait.body, wait.receiver(), 0);
  }

  /** Follows a future, or a collection of them, to a call that needs a thread of the pool. */
  private Optional<CallSite> source(Task task, Body body, Value value, int depth) {
    Values.Ref ref = values.origin(body, value);
    if (depth > DEPTH) {
      return Optional.empty();
    }
    if (ref.value() instanceof Value.Element element) {
      return source(task, ref.body(), element.array(), depth + 1)
          .or(() -> added(task, ref.body(), element.array(), depth));
    }
    if (ref.value() instanceof Value.Param param) {
      return streamed(task, ref.body().declarer(param.name()), depth);
    }
    CallSite made = ref.site();
    if (made == null) {
      return added(task, ref.body(), ref.value(), depth);
    }
    if (usesPool(task, made)) {
      return Optional.of(made);
    }
    if (made.model().isEmpty()) {
      return returned(task, made, depth);
    }
    for (Effect.Joins joins : made.model().get().effects(Effect.Joins.class).toList()) {
      Optional<CallSite> found = source(task, made.body, made.operand(joins.param()), depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    Optional<CallSite> inFunction = functions(task, made, depth);
    if (inFunction.isPresent()) {
      return inFunction;
    }
    boolean goesOn =
        made.effect(Effect.Chains.class).isPresent()
            || made.effect(Effect.Iterates.class).isPresent()
            || made.has(Effect.Flag.READS)
            || made.has(Effect.Flag.FLUENT);
    Optional<CallSite> further =
        goesOn ? source(task, made.body, made.receiver(), depth + 1) : Optional.empty();
    return further.or(() -> added(task, body, value, depth));
  }

  private boolean usesPool(Task task, CallSite made) {
    return made.model().stream()
        .flatMap(member -> member.effects(Effect.Runs.class))
        .filter(runs -> runs.where().place() != Where.Place.CALLER)
        .flatMap(runs -> executor(made, runs).stream())
        .anyMatch(value -> values.key(made.body, value).equals(task.key));
  }

  /** What a function of a stream or stage gives: {@code stream.map(x -> pool.submit(…))}. */
  private Optional<CallSite> functions(Task task, CallSite made, int depth) {
    boolean inPlace =
        made.model().get().effects(Effect.Runs.class).anyMatch(Effect.Runs::perItem)
            || made.model().get().effects(Effect.Chains.class).anyMatch(c -> c.from() >= 0);
    if (!inPlace) {
      return Optional.empty();
    }
    for (Value arg : made.args()) {
      for (Body function : program.closures().bodies(made.body, arg)) {
        Optional<CallSite> found = returned(task, function, depth);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<CallSite> returned(Task task, CallSite made, int depth) {
    List<Index.Callee> callees = program.index().callees(made);
    return callees.size() == 1 && callees.get(0).confidence() == Confidence.HIGH
        ? returned(task, callees.get(0).body(), depth)
        : Optional.empty();
  }

  private Optional<CallSite> returned(Task task, Body body, int depth) {
    return body.returned.size() == 1
        ? source(task, body, body.returned.get(0), depth + 2)
        : Optional.empty();
  }

  /** What has been put into a local collection. */
  private Optional<CallSite> added(Task task, Body body, Value collection, int depth) {
    String key = values.key(body, collection);
    for (Body around = body; around != null; around = around.enclosing) {
      for (CallSite site : around.sites) {
        boolean adds =
            site.has(Effect.Flag.MUTATES)
                && site.args().size() == 1
                && models.tagged(site.receiverType(), "collection")
                && values.key(around, site.receiver()).equals(key);
        if (adds) {
          Optional<CallSite> found = source(task, around, site.args().get(0), depth + 2);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The items of what a closure is called with, in place. */
  private Optional<CallSite> streamed(Task task, Body closure, int depth) {
    if (closure == null || !closure.callable.isClosure()) {
      return Optional.empty();
    }
    return program.closures().of(closure).stream()
        .filter(use -> use.runs() != null && use.runs().perItem() && use.passed() == null)
        .map(use -> source(task, use.site().body, use.site().receiver(), depth + 1))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
