package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Waits for work that was started in the same round, so that rounds run one after the other. */
public final class SequentialAwaits {
  private static final int DEPTH = 8;

  private final Program program;
  private final Models models;
  private final Names limits;

  private SequentialAwaits(Program program) {
    this.program = program;
    this.models = program.models();
    this.limits =
        new Names(
            models,
            member ->
                member.effect(Effect.Acquires.class).isPresent()
                    || member
                        .effect(Effect.Blocks.class)
                        .filter(SequentialAwaits::sleeps)
                        .isPresent());
  }

  private static boolean sleeps(Effect.Blocks blocks) {
    return blocks.kind().equals("sleep");
  }

  /** The awaits of a program. */
  public static SequentialAwaits of(Program program) {
    return program.derived(SequentialAwaits.class, SequentialAwaits::new);
  }

  /**
   * Work and the wait for it.
   *
   * @param started what starts the work, or the operator whose function does
   * @param awaited the wait, or the operator whose function waits
   * @param lazily whether both are stages of a lazy stream
   * @param deferred whether the wait itself is what starts the work, as of a publisher; such code
   *     runs at start-up or in tools more often than not
   */
  public record Await(CallSite started, CallSite awaited, boolean lazily, boolean deferred) {}

  /**
   * Every wait for work of the same round, over data, once a loop.
   *
   * @param limit rounds that are too few to count
   */
  public Stream<Await> all(int limit) {
    Set<Op> seen = new HashSet<>();
    Stream<Await> loops =
        program
            .modelled()
            .filter(site -> site.effect(Effect.Waits.class).isPresent())
            .flatMap(site -> inLoop(site, limit, seen).stream());
    Stream<Await> streams =
        program
            .modelled()
            .filter(first -> first.effect(Effect.Runs.class).isPresent())
            .filter(first -> models.tagged(first.receiverType(), "stream"))
            .flatMap(first -> inStream(first, limit));
    return Stream.concat(loops, streams);
  }

  private Optional<Await> inLoop(CallSite wait, int limit, Set<Op> seen) {
    Op.Loop loop = Frame.loop(wait.frame).orElse(null);
    boolean counted =
        loop != null && (loop.kind() == Op.Loop.Kind.FOR || loop.kind() == Op.Loop.Kind.FOR_EACH);
    if (!counted || isBatch(wait.body, loop) || Rounds.mayLeave(loop.body())) {
      return Optional.empty();
    }
    CallSite started = started(wait.body, wait.receiver(), loop, 0);
    boolean alone =
        started != null
            && program
                .repetition()
                .isUnbounded(new Repetition.Cycle(wait.body, loop, null), limit)
                .certain()
            && program.event(wait).isPresent()
            && !isLimited(wait.body, loop)
            && !isCarried(wait.body, loop);
    return alone && seen.add(loop)
        ? Optional.of(new Await(started, wait, false, isDeferred(started)))
        : Optional.empty();
  }

  private boolean isDeferred(CallSite started) {
    return models.tagged(started.type(), "publisher");
  }

  /** The call of this round that starts what is waited for; null when there is none, or unsure. */
  private CallSite started(Body body, Value value, Op.Loop loop, int depth) {
    CallSite made = models.values().resolve(body, value).site();
    if (made == null
        || depth > DEPTH
        || made.body != body
        || Frame.outward(made.frame).noneMatch(frame -> frame.op() == loop)
        || made.effect(Effect.Joins.class).isPresent()
        || made.has(Effect.Flag.COMPLETED)
        || !models.isAsyncResult(made.type())) {
      return null;
    }
    CallSite before = models.values().resolve(body, made.receiver()).site();
    if (before != null && models.isAsyncResult(before.type())) {
      return started(body, made.receiver(), loop, depth + 1);
    }
    boolean stage =
        made.effect(Effect.Chains.class).filter(c -> c.from() == Effect.RECEIVER).isPresent();
    return !stage && starts(made) ? made : null;
  }

  private boolean starts(CallSite made) {
    if (made.has(Effect.Flag.READS) || models.tagged(made.receiverType(), "map")) {
      return false;
    }
    List<Index.Callee> callees = program.index().callees(made);
    boolean known =
        made.effect(Effect.Spawns.class).isPresent()
            || made.effect(Effect.Runs.class).isPresent()
            || models.tagged(made.receiverType(), "client");
    return known
        || (!callees.isEmpty() && callees.stream().allMatch(callee -> makes(callee.body())));
  }

  private boolean makes(Body callee) {
    return !callee.returned.isEmpty()
        && callee.returned.stream()
            .map(value -> models.values().resolve(callee, value).site())
            .allMatch(site -> site != null && !site.has(Effect.Flag.READS) && isWork(site));
  }

  private boolean isWork(CallSite site) {
    return !site.has(Effect.Flag.COMPLETED)
        && (site.model().isPresent() || !program.index().callees(site).isEmpty());
  }

  /** Whether each round is a batch of its own. */
  private boolean isBatch(Body body, Op.Loop loop) {
    return loop.variable() instanceof Value.Local local
        && Stream.of("collection", "map").anyMatch(tag -> models.tagged(type(body, local), tag));
  }

  private static String type(Body body, Value.Local local) {
    return body.callable.locals().stream()
        .filter(variable -> variable.name().equals(local.name()))
        .map(Callable.Variable::type)
        .findFirst()
        .orElse("");
  }

  private boolean isLimited(Body body, Op.Loop loop) {
    return body.sites.stream()
        .filter(site -> Frame.outward(site.frame).anyMatch(frame -> frame.op() == loop))
        .anyMatch(limits::maybe);
  }

  /** Whether what one round finds out is something the next one asks for. */
  private static boolean isCarried(Body body, Op.Loop loop) {
    Set<Value> written = new HashSet<>();
    Set<Value> used = new HashSet<>();
    collect(loop.body(), written, used);
    return written.stream()
        .filter(place -> !(place instanceof Value.Local local) || livesOutside(body, loop, local))
        .anyMatch(place -> used.stream().anyMatch(operand -> Operands.mentions(operand, place)));
  }

  private static void collect(Op op, Set<Value> written, Set<Value> used) {
    if (op instanceof Op.Write write) {
      used.add(write.value());
      if (!(write.value() instanceof Value.Unknown)) {
        written.add(write.place());
      }
    } else if (!(op instanceof Op.Branch)) {
      used.addAll(Operands.of(op));
    }
    Operands.parts(op).forEach(part -> collect(part, written, used));
  }

  private static boolean livesOutside(Body body, Op.Loop loop, Value.Local local) {
    int[] writes = {0};
    count(loop.body(), local, writes);
    return body.localWrites.getOrDefault(local.name(), List.of()).size() > writes[0];
  }

  private static void count(Op op, Value.Local local, int[] writes) {
    if (op instanceof Op.Write write && write.place().equals(local)) {
      writes[0]++;
    }
    Operands.parts(op).forEach(part -> count(part, local, writes));
  }

  /** A stage whose function starts work right before one whose function waits for it. */
  private Stream<Await> inStream(CallSite first, int limit) {
    if (functions(first).noneMatch(this::startsWork)
        || !first.isOverData(limit).certain()
        || isParallel(first)) {
      return Stream.empty();
    }
    return program.chains().next(first).stream()
        .filter(second -> models.tagged(second.receiverType(), "stream"))
        .filter(second -> functions(second).anyMatch(this::waits))
        .map(second -> new Await(first, second, true, false));
  }

  private Stream<Body> functions(CallSite site) {
    return site.args().stream().flatMap(arg -> program.closures().bodies(site.body, arg).stream());
  }

  private boolean startsWork(Body function) {
    return !function.returned.isEmpty()
        && function.returned.stream()
            .map(value -> models.values().resolve(function, value).site())
            .allMatch(site -> site != null && models.tagged(site.type(), "future") && starts(site));
  }

  /** Whether a function waits for the very future it is given. */
  private boolean waits(Body function) {
    List<Callable.Variable> params = function.callable.params();
    return params.size() == 1
        && function.sites.stream()
            .filter(site -> site.effect(Effect.Waits.class).isPresent())
            .anyMatch(
                site ->
                    models
                        .values()
                        .resolve(function, site.receiver())
                        .value()
                        .equals(new Value.Param(params.get(0).name())));
  }

  /** Whether the stream runs on several threads, or goes through a call that is not known. */
  private boolean isParallel(CallSite stage) {
    CallSite at = stage;
    for (int depth = 0; at != null && depth < DEPTH; depth++) {
      if (at.target() instanceof Target.Unknown || at.effect(Effect.Shifts.class).isPresent()) {
        return true;
      }
      at = models.values().resolve(at.body, at.receiver()).site();
    }
    return false;
  }
}
