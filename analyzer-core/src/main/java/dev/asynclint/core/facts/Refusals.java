package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Calls that may do nothing, which only their result tells, and who looks at it. */
public final class Refusals {
  private final Program program;
  private final Models models;
  private final Names asks;
  private final Names takes;

  private Refusals(Program program) {
    this.program = program;
    this.models = program.models();
    this.asks = new Names(models, member -> member.has(Effect.Flag.READS));
    this.takes = new Names(models, member -> member.has(Effect.Flag.DEQUEUES));
  }

  /** The refusals of a program. */
  public static Refusals of(Program program) {
    return program.derived(Refusals.class, Refusals::new);
  }

  /** What is lost when a call refuses. */
  public enum Lost {
    /** The item that was offered. */
    ITEM,
    /** A lock. */
    LOCK,
    /** A permit. */
    PERMIT
  }

  /** A call that may refuse and whose result nobody looks at. */
  public record Ignored(CallSite site, Lost lost) {}

  /** Every call that may refuse and whose result nobody looks at, in the order of the program. */
  public Stream<Ignored> ignored() {
    return program
        .modelled()
        .flatMap(site -> lost(site).map(lost -> new Ignored(site, lost)).stream())
        .filter(ignored -> Used.isDropped(ignored.site()) && !isSettled(ignored.site()));
  }

  private Optional<Lost> lost(CallSite site) {
    Optional<Effect.Acquires> tries =
        site.effect(Effect.Acquires.class).filter(Effect.Acquires::tries);
    if (tries.isPresent()) {
      return Optional.of(tries.get().held() == Effect.Held.LOCK ? Lost.LOCK : Lost.PERMIT);
    }
    return site.model().isPresent() && mayRefuse(site) ? Optional.of(Lost.ITEM) : Optional.empty();
  }

  /**
   * Whether there may be no room. A collection that takes any number of items never refuses, and
   * one with room for a single item is a signal, for which once is enough.
   */
  private boolean mayRefuse(CallSite site) {
    if (!site.has(Effect.Flag.MAY_REFUSE) && !site.has(Effect.Flag.ENQUEUES)) {
      return false;
    }
    CallSite made = models.values().origin(site.body, site.receiver()).site();
    if (made == null || !made.has(Effect.Flag.BOUNDS)) {
      return false;
    }
    OptionalLong room =
        made.args().isEmpty()
            ? OptionalLong.empty()
            : models.values().number(made.body, made.operand(0));
    boolean endless = room.isPresent() && room.getAsLong() >= Integer.MAX_VALUE;
    boolean signal = room.isPresent() && room.getAsLong() == 1;
    return !endless
        && !signal
        && models
            .knowledge()
            .member(models.types(), made.type(), site.name(), site.args().size())
            .filter(member -> member.has(Effect.Flag.MAY_REFUSE))
            .isPresent();
  }

  /**
   * Whether the callable looks in another way: it asks the receiver before or after, or this is the
   * second attempt, after room was made.
   */
  private boolean isSettled(CallSite site) {
    String key = models.values().key(site.body, site.receiver());
    for (CallSite other : site.body.sites) {
      if (other != site && models.values().key(other.body, other.receiver()).equals(key)) {
        boolean attempt = other.name().equals(site.name()) && !Used.isDropped(other);
        boolean makesRoom =
            takes.maybe(other) && other.op.origin().start() < site.op.origin().start();
        if (attempt || makesRoom || (asks.maybe(other) && !Used.isDropped(other))) {
          return true;
        }
      }
    }
    return site.receiver() instanceof Value.Unknown;
  }
}
