package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;

/** How often an operation runs: loops around it, and closures that run once per item. */
final class Repetition {
  private final Models models;
  private final Closures closures;

  Repetition(Models models, Closures closures) {
    this.models = models;
    this.closures = closures;
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
    Frame frame = site.frame;
    Body body = site.body;
    for (int depth = 0; depth < 6; depth++) {
      Optional<Op.Loop> loop = Frame.loop(frame);
      if (loop.isPresent()) {
        return Optional.of(new Cycle(body, loop.get(), null));
      }
      Optional<Closures.Use> use = closures.of(body).stream().findFirst();
      if (use.isEmpty()) {
        return Optional.empty();
      }
      Effect.Runs runs = use.get().runs();
      CallSite outer = use.get().passed() == null ? use.get().site() : use.get().passed();
      if (runs != null && runs.perItem()) {
        return Optional.of(new Cycle(outer.body, null, use.get().site()));
      }
      if (runs != null && runs.where().place() != Effect.Where.Place.CALLER) {
        return Optional.empty();
      }
      body = outer.body;
      frame = outer.frame;
    }
    return Optional.empty();
  }

  /** Whether the number of rounds depends on data rather than on a constant up to a limit. */
  Answer isUnbounded(Cycle cycle, int limit) {
    if (cycle.loop() == null) {
      return overData(cycle.call().body, cycle.call().receiver(), limit, 0);
    }
    return switch (cycle.loop().kind()) {
      case FOR_EACH -> overData(cycle.body(), cycle.loop().subject(), limit, 0);
      case FOR -> counted(cycle.body(), cycle.loop().bound(), limit);
      case WHILE, DO -> Answer.UNKNOWN;
    };
  }

  private Answer counted(Body body, Value bound, int limit) {
    Values.Ref ref = models.values().origin(body, bound);
    if (ref.value() instanceof Value.Const constant && constant.value() instanceof Number number) {
      return Answer.of(number.longValue() > limit);
    }
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
    Values.Ref ref = models.values().origin(body, value);
    if (depth > 8) {
      return Answer.UNKNOWN;
    }
    CallSite made = ref.site();
    if (made == null) {
      boolean held =
          ref.value() instanceof Value.Param
              || ref.value() instanceof Value.Field
              || ref.value() instanceof Value.Local;
      return held ? Answer.YES : Answer.UNKNOWN;
    }
    if (made.has(Effect.Flag.BOUNDS)) {
      return Answer.NO;
    }
    Optional<Effect.Chains> chains = made.effect(Effect.Chains.class);
    if (chains.isPresent()) {
      return overData(made.body, made.operand(chains.get().from()), limit, depth + 1);
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

  /** Whether rounds wait for one another, or get a permit, so that few run at a time. */
  boolean isThrottled(CallSite spawn) {
    if (spawn.held.stream().anyMatch(lock -> lock.held() == Effect.Held.PERMIT)) {
      return true;
    }
    for (Body body = spawn.body; body != null; body = body.enclosing) {
      for (CallSite other : body.sites) {
        boolean slows =
            other.effect(Effect.Waits.class).isPresent()
                || other
                    .effect(Effect.Acquires.class)
                    .filter(a -> a.held() == Effect.Held.PERMIT)
                    .isPresent()
                || other.effect(Effect.Blocks.class).isPresent();
        if (slows && other != spawn && sharesLoop(other, spawn, body)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sharesLoop(CallSite other, CallSite spawn, Body body) {
    if (spawn.body != body) {
      return other.frame != null && Frame.loop(other.frame).isPresent();
    }
    List<Op> around =
        Frame.outward(spawn.frame).map(Frame::op).filter(Op.Loop.class::isInstance).toList();
    return Frame.outward(other.frame)
            .map(Frame::op)
            .anyMatch(op -> around.stream().anyMatch(l -> l == op))
        || Frame.loop(spawn.frame).isEmpty();
  }
}
