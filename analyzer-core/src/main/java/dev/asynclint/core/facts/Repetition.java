package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How often an operation runs: loops around it, and closures that run once per item. */
final class Repetition {
  private static final int DEPTH = 4;
  private static final int CALLERS = 4;

  private final Models models;
  private final Closures closures;
  private final Calls calls;

  Repetition(Models models, Closures closures, Calls calls) {
    this.models = models;
    this.closures = closures;
    this.calls = calls;
  }

  /**
   * Something that repeats an operation.
   *
   * @param body where the loop or the per-item call stands
   * @param loop the loop, or null
   * @param call the call that runs a closure per item, or null
   */
  record Cycle(Body body, Op.Loop loop, CallSite call) {}

  /** The innermost repetition around a site: a loop, or a call that runs its closure per item. */
  Optional<Cycle> innermost(CallSite site) {
    return around(site).stream().findFirst();
  }

  /**
   * All repetitions around a site, innermost first, also those around the calls that lead to it.
   */
  List<Cycle> around(CallSite site) {
    List<Cycle> found = new ArrayList<>();
    around(site.body, site.frame, found, 0, !isHandedOut(site));
    return found;
  }

  private void around(Body body, Frame frame, List<Cycle> found, int depth, boolean climbs) {
    Frame.outward(frame)
        .map(Frame::op)
        .filter(Op.Loop.class::isInstance)
        .forEach(loop -> found.add(new Cycle(body, (Op.Loop) loop, null)));
    if (depth > DEPTH) {
      return;
    }
    if (body.sites.stream().anyMatch(this::waits)) {
      return;
    }
    Optional<Closures.Use> use = closures.of(body).stream().findFirst();
    if (use.isEmpty()) {
      if (climbs && !isConditional(frame)) {
        callers(body, found, depth);
      }
      return;
    }
    if (!climbs && !body.callable.isClosure()) {
      return;
    }
    Effect.Runs runs = use.get().runs();
    CallSite outer = use.get().passed() == null ? use.get().site() : use.get().passed();
    if (use.get().site().effect(Effect.FansOut.class).isPresent()
        || use.get().site().has(Effect.Flag.SEQUENTIAL)) {
      return;
    }
    if (runs != null && runs.perItem() && !isServed(runs)) {
      found.add(new Cycle(outer.body, null, use.get().site()));
    }
    around(outer.body, outer.frame, found, depth + 1, climbs);
  }

  /** Whether others decide how often it runs: who connects, or sends a message. */
  private static boolean isServed(Effect.Runs runs) {
    return runs.where().place() == Effect.Where.Place.CONTEXT;
  }

  /**
   * Whether the loops of callers say nothing: a method that promises the result of what it starts
   * leaves the count to them, and one that subscribes is most often an operator or a bridge.
   */
  private boolean isHandedOut(CallSite site) {
    return models.tagged(site.receiverType(), "publisher")
        || models.isAsyncResult(site.body.callable.returns());
  }

  private void callers(Body body, List<Cycle> found, int depth) {
    for (CallSite caller : calls.to(body).stream().limit(CALLERS).toList()) {
      if (caller.body.sites.stream().noneMatch(this::waits)) {
        around(caller.body, caller.frame, found, depth + 1, true);
      }
    }
  }

  private static boolean isConditional(Frame frame) {
    return Frame.outward(frame).anyMatch(one -> one.part() == Frame.Part.ARM);
  }

  /** Whether any repetition around a site depends on data rather than on a constant. */
  Answer isOverData(CallSite site, int limit) {
    return around(site).stream()
        .map(cycle -> isUnbounded(cycle, limit))
        .reduce(Answer.NO, Answer::or);
  }

  /** Whether the number of rounds depends on data rather than on a constant up to a limit. */
  Answer isUnbounded(Cycle cycle, int limit) {
    if (cycle.loop() == null) {
      return overData(cycle.call().body, cycle.call().receiver(), limit, 0);
    }
    return switch (cycle.loop().kind()) {
      case FOR_EACH -> overData(cycle.body(), cycle.loop().subject(), limit, 0);
      case FOR -> counted(cycle.body(), cycle.loop().bound(), limit);
      case WHILE, DO -> drains(cycle);
    };
  }

  /** Whether a loop runs until a collection, iterator or result has nothing left. */
  private Answer drains(Cycle cycle) {
    if (cycle.loop().subject() instanceof Value.Const) {
      return Answer.UNKNOWN;
    }
    boolean takes =
        cycle.loop().body().ops().stream()
            .takeWhile(op -> !(op instanceof Op.Block))
            .filter(Op.Call.class::isInstance)
            .map(op -> cycle.body().site(((Op.Call) op).result()))
            .anyMatch(Repetition::takesNext);
    return takes ? Answer.YES : Answer.UNKNOWN;
  }

  private static boolean takesNext(CallSite site) {
    return site.args().isEmpty()
        && (site.has(Effect.Flag.READS)
            || site.has(Effect.Flag.MUTATES)
            || site.effect(Effect.MaybeBlocks.class).isPresent());
  }

  private Answer counted(Body body, Value bound, int limit) {
    OptionalLong stated = models.values().number(body, bound);
    if (stated.isPresent()) {
      return Answer.of(stated.getAsLong() > limit);
    }
    Values.Ref ref = models.values().origin(body, bound);
    boolean length = ref.value() instanceof Value.Field field && field.name().equals("length");
    CallSite asked = ref.site();
    boolean size =
        asked != null
            && asked.has(Effect.Flag.READS)
            && models.tagged(asked.receiverType(), "collection");
    return length || size ? Answer.YES : Answer.UNKNOWN;
  }

  /** Whether a collection, array or stream holds data rather than a few values spelled out. */
  private Answer overData(Body body, Value value, int limit, int depth) {
    Values.Ref near = models.values().resolve(body, value);
    if (depth > 8) {
      return Answer.UNKNOWN;
    }
    boolean held = near.value() instanceof Value.Field;
    if (near.value() instanceof Value.Field field
        && calls.grow(Values.fieldKey(near.body(), field))) {
      return Answer.YES;
    }
    CallSite made = models.values().origin(body, value).site();
    if (made == null) {
      boolean given = near.value() instanceof Value.Param || near.value() instanceof Value.Local;
      return given ? Answer.YES : Answer.UNKNOWN;
    }
    if (held && made.isNew() && !made.type().endsWith("[]")) {
      return Answer.UNKNOWN;
    }
    if (made.has(Effect.Flag.BOUNDS)) {
      return Answer.NO;
    }
    Optional<Effect.Chains> chains = made.effect(Effect.Chains.class);
    if (chains.isPresent()) {
      return overData(made.body, made.operand(chains.get().from()), limit, depth + 1);
    }
    Optional<Effect.Iterates> iterates = made.effect(Effect.Iterates.class);
    if (iterates.isPresent()) {
      return overData(made.body, made.operand(iterates.get().over()), limit, depth + 1);
    }
    if (made.isNew()) {
      return Answer.of(!made.type().endsWith("[]") || made.args().isEmpty());
    }
    return spelledOut(made, limit) ? Answer.NO : Answer.YES;
  }

  /**
   * A static factory that is given every value: {@code List.of("a", "b")}, {@code E.values()}.
   * Values and constants together are a range with an end that is not known.
   */
  private static boolean spelledOut(CallSite made, int limit) {
    List<Value> args = made.args();
    boolean constants =
        args.stream()
            .allMatch(
                arg ->
                    arg instanceof Value.Const constant
                        && !(constant.value() instanceof Number n && n.longValue() > limit));
    boolean values =
        args.size() > 1
            && args.stream()
                .noneMatch(arg -> arg instanceof Value.Const || arg instanceof Value.Unknown);
    return made.receiver() instanceof Value.TypeName && (constants || values);
  }

  /**
   * Whether rounds wait for one another, or get a permit, so that few run at a time; or whether
   * there is but one, since the loop is left after it.
   */
  boolean isThrottled(CallSite spawn) {
    if (spawn.held.stream().anyMatch(lock -> lock.held() == Effect.Held.PERMIT)) {
      return true;
    }
    List<Cycle> cycles = around(spawn);
    for (Cycle cycle : cycles) {
      if (cycle.loop() != null && leavesAfter(cycle.loop().body(), spawn.op)) {
        return true;
      }
      for (CallSite other : cycle.body().sites) {
        if (other != spawn && slows(other) && repeatedBy(other, cycle)) {
          return true;
        }
      }
    }
    return cycles.stream().anyMatch(cycle -> cycle.loop() == null) && slowedPerItem(spawn);
  }

  /** Whether the closure that runs per item, or one inside it, waits or takes a permit itself. */
  private boolean slowedPerItem(CallSite spawn) {
    for (Body body = spawn.body; body != null; body = body.enclosing) {
      if (body.sites.stream().anyMatch(other -> other != spawn && slows(other))) {
        return true;
      }
      if (closures.of(body).stream().anyMatch(use -> use.runs() != null && use.runs().perItem())) {
        return false;
      }
    }
    return false;
  }

  private boolean waits(CallSite site) {
    return site.effect(Effect.Waits.class).isPresent() || models.maybeWaits(site);
  }

  private boolean slows(CallSite site) {
    return site.effect(Effect.Waits.class).isPresent()
        || site.effect(Effect.Acquires.class)
            .filter(acquires -> acquires.held() == Effect.Held.PERMIT)
            .isPresent()
        || site.effect(Effect.Blocks.class).isPresent()
        || models.maybeWaits(site);
  }

  private static boolean repeatedBy(CallSite site, Cycle cycle) {
    return Frame.outward(site.frame).anyMatch(frame -> frame.op() == cycle.loop());
  }

  /** Whether the block that holds an operation ends by leaving the loop. */
  private static boolean leavesAfter(Op op, Op wanted) {
    if (op instanceof Op.Block block && block.ops().contains(wanted)) {
      Op last = block.ops().get(block.ops().size() - 1);
      return last instanceof Op.Return
          || last instanceof Op.Throw
          || (last instanceof Op.Opaque opaque && opaque.what().equals("break"));
    }
    return Operands.parts(op).stream().anyMatch(part -> leavesAfter(part, wanted));
  }
}
