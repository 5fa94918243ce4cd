package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Waker;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The timers of a runtime. Deadlines are nanoseconds of its clock and are rounded up to the
 * millisecond: no timer fires early. Of one shard, timers fire in the order of their milliseconds,
 * however late. Safe for use by any thread.
 */
public final class Timers {
  /** A deadline that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long TICK = 1_000_000;

  /** Timers whose wakers are called without the lock, at a time. */
  private static final int BATCH = 32;

  private final Clock clock;
  private final Runnable earlier;

  /** One for each worker. */
  private final TimerShard[] shards;

  /**
   * Timers of a new runtime.
   *
   * @param source nanoseconds from any origin
   * @param paused whether time stands still at first
   * @param workers that arm timers at once; at least 1
   * @param earlier told when a timer was armed that may be due before all others
   */
  public Timers(LongSupplier source, boolean paused, int workers, Runnable earlier) {
    this.clock = new Clock(source, paused);
    this.earlier = earlier;
    this.shards = new TimerShard[workers];
    for (int i = 0; i < shards.length; i++) {
      shards[i] = new TimerShard.Spaced(clock, earlier);
    }
  }

  /** The shard of the worker that polls; any for a thread that polls nothing. */
  TimerShard shard(Context cx) {
    return shards[cx == null ? 0 : cx.worker() % shards.length];
  }

  /** The time in nanoseconds since the runtime was made. */
  public long nanos() {
    return clock.nanos();
  }

  /** Whether time stands still. */
  public boolean isPaused() {
    return clock.isPaused();
  }

  /**
   * Stops the clock.
   *
   * @throws IllegalStateException when it stands already
   */
  public void pause() {
    clock.pause();
  }

  /**
   * Lets the clock run.
   *
   * @throws IllegalStateException when it runs already
   */
  public void resume() {
    clock.resume();
  }

  /**
   * Moves a clock that stands; timers fire at the next turn of the scheduler.
   *
   * @throws IllegalStateException when it runs
   * @throws IllegalArgumentException when the time is negative
   */
  public void advance(Duration time) {
    clock.advance(Sleep.nanos(time));
    earlier.run();
  }

  /** Moves a clock that stands to the next timer; false when there is none. */
  public boolean advanceToNext() {
    long next = next();
    if (next > NEVER / TICK) {
      return false;
    }
    clock.advance(Math.max(0, next * TICK - clock.nanos()));
    return true;
  }

  /** The time a while after another, in nanoseconds; saturates. */
  static long after(long now, long nanosAhead) {
    return nanosAhead > NEVER - now ? NEVER : now + nanosAhead;
  }

  /** The tick a deadline is rounded up to. */
  static long tick(long deadline) {
    long tick = deadline / TICK;
    return tick * TICK == deadline ? tick : tick + 1;
  }

  /** Timers that wait. */
  public long armed() {
    long all = 0;
    for (TimerShard shard : shards) {
      all += shard.armed();
    }
    return all;
  }

  private long next() {
    long next = Long.MAX_VALUE;
    for (TimerShard shard : shards) {
      next = Math.min(next, shard.next());
    }
    return next;
  }

  /** Nanoseconds until there is something to do, 0 when there is now; -1 for never. */
  public long untilNext() {
    long next = next();
    if (next > NEVER / TICK) {
      return -1;
    }
    return Math.max(0, next * TICK - clock.nanos());
  }

  /** Fires what is due; gives how many fired. */
  public int fire() {
    long quiet = Long.MAX_VALUE;
    for (TimerShard shard : shards) {
      quiet = Math.min(quiet, shard.quietUntil());
    }
    if (quiet == Long.MAX_VALUE && !clock.isPaused()) {
      return 0;
    }
    long now = clock.nanos() / TICK;
    boolean paused = clock.isPaused();
    int all = 0;
    for (TimerShard shard : shards) {
      if (shard.quietUntil() <= now) {
        all += fire(shard, now);
      } else if (paused) {
        // The wheel of a clock that stands must not lag: whether a timer is due is seen when armed.
        shard.passTo(now);
      }
    }
    return all;
  }

  private static int fire(TimerShard shard, long now) {
    Waker[] wakers = new Waker[BATCH];
    int all = 0;
    int taken;
    do {
      taken = shard.collect(now, wakers);
      for (int i = 0; i < taken; i++) {
        wakers[i].wake();
      }
      all += taken;
    } while (taken == BATCH);
    return all;
  }

  /** Fires everything, and from now on whatever is armed. */
  public void close() {
    for (TimerShard shard : shards) {
      fire(shard, NEVER);
    }
  }
}
