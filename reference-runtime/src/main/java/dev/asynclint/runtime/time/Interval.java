package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.time.Duration;

/** Ticks, the first at once, then one a period. For one task at a time. */
public final class Interval {
  /** Lateness below which a tick counts as in time: the wheel itself rounds up to this. */
  private static final long TOLERANCE = 5_000_000;

  private final long period;
  private final MissedTick missed;
  private Timers timers;
  private long due;
  private Sleep sleep;

  private Interval(long period, MissedTick missed) {
    this.period = period;
    this.missed = missed;
  }

  /**
   * An interval that starts at its first tick and catches up on missed ones.
   *
   * @throws IllegalArgumentException when the period is not positive
   */
  public static Interval every(Duration period) {
    return every(period, MissedTick.BURST);
  }

  /**
   * An interval that starts at its first tick.
   *
   * @throws IllegalArgumentException when the period is not positive
   */
  public static Interval every(Duration period, MissedTick missed) {
    if (period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("a period must be positive: " + period);
    }
    return new Interval(Sleep.nanos(period), missed);
  }

  /**
   * Waits for the next tick. Giving up on it loses no tick.
   *
   * @return when the tick was due, in nanoseconds since the runtime was made
   */
  public Async<Long> tick() {
    return this::poll;
  }

  private Poll<Long> poll(Context cx) {
    if (timers == null) {
      timers = cx.host().service(Timers.class);
      due = timers.nanos();
    }
    if (sleep == null) {
      sleep = new Sleep(timers.shard(cx), due);
    }
    if (sleep.poll(cx).isPending()) {
      return Poll.pending();
    }
    long tick = due;
    long now = timers.nanos();
    due = now <= tick + TOLERANCE ? tick + period : next(tick, now);
    sleep = null;
    return Poll.ready(tick);
  }

  private long next(long tick, long now) {
    return switch (missed) {
      case BURST -> tick + period;
      case DELAY -> now + period;
      case SKIP -> now + period - (now - tick) % period;
    };
  }
}
