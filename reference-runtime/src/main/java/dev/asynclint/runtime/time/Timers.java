package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.Waker;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The timers of a runtime. Deadlines are nanoseconds of its clock and are rounded up to the
 * millisecond: no timer fires early. Safe for use by any thread.
 */
public final class Timers {
  /** A deadline that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long TICK = 1_000_000;

  /** Timers whose wakers are called without the lock, at a time. */
  private static final int BATCH = 32;

  private final Clock clock;
  private final Runnable earlier;
  private final Wheel wheel = new Wheel();
  private long armed;
  private boolean closed;

  /** A tick before which there is nothing to do; written under the lock. */
  private volatile long quietUntil = Long.MAX_VALUE;

  /**
   * Timers of a new runtime.
   *
   * @param source nanoseconds from any origin
   * @param paused whether time stands still at first
   * @param earlier told when a timer was armed that is due before all others
   */
  public Timers(LongSupplier source, boolean paused, Runnable earlier) {
    this.clock = new Clock(source, paused);
    this.earlier = earlier;
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
    long next;
    synchronized (this) {
      next = wheel.next();
    }
    if (next == Long.MAX_VALUE || next > NEVER / TICK) {
      return false;
    }
    clock.advance(Math.max(0, next * TICK - clock.nanos()));
    return true;
  }

  /** The deadline that lies a time ahead; saturates. */
  long deadline(long nanosAhead) {
    long now = clock.nanos();
    return nanosAhead > NEVER - now ? NEVER : now + nanosAhead;
  }

  /** Arms a timer, or arms it anew; one that is due already has fired then, without a wake. */
  void arm(TimerEntry entry, long deadline, Waker waker) {
    boolean first = false;
    synchronized (this) {
      forget(entry);
      entry.fired = false;
      entry.waker = waker;
      entry.when = deadline / TICK + (deadline % TICK == 0 ? 0 : 1);
      if (closed || !wheel.insert(entry)) {
        entry.fired = true;
      } else {
        armed++;
        first = entry.when < quietUntil;
        if (first) {
          quietUntil = Math.min(wheel.next(), quietUntil);
        }
      }
    }
    if (first) {
      earlier.run();
    }
  }

  /** Changes whom a timer wakes. */
  synchronized void update(TimerEntry entry, Waker waker) {
    entry.waker = waker;
  }

  /** Disarms a timer; nothing happens to one that has fired. */
  synchronized void cancel(TimerEntry entry) {
    forget(entry);
    entry.waker = Waker.NONE;
  }

  private void forget(TimerEntry entry) {
    if (entry.level != TimerEntry.OUT) {
      wheel.remove(entry);
      armed--;
    }
  }

  /** Timers that wait. */
  public synchronized long armed() {
    return armed;
  }

  /** Nanoseconds until there is something to do, 0 when there is now; -1 for never. */
  public long untilNext() {
    long next;
    synchronized (this) {
      next = wheel.next();
      quietUntil = next;
    }
    if (next > NEVER / TICK) {
      return -1;
    }
    return Math.max(0, next * TICK - clock.nanos());
  }

  /** Fires what is due; gives how many fired. */
  public int fire() {
    long quiet = quietUntil;
    if (quiet == Long.MAX_VALUE && !clock.isPaused()) {
      return 0;
    }
    long now = clock.nanos() / TICK;
    if (now < quiet) {
      passTo(now);
      return 0;
    }
    Waker[] wakers = new Waker[BATCH];
    int all = 0;
    int taken;
    do {
      taken = collect(now, wakers);
      for (int i = 0; i < taken; i++) {
        wakers[i].wake();
      }
      all += taken;
    } while (taken == BATCH);
    return all;
  }

  /** The wheel of a clock that stands must not lag: whether a timer is due is seen when armed. */
  private void passTo(long now) {
    if (clock.isPaused()) {
      synchronized (this) {
        wheel.poll(now);
      }
    }
  }

  private synchronized int collect(long now, Waker[] wakers) {
    int taken = 0;
    while (taken < BATCH) {
      TimerEntry entry = wheel.poll(now);
      if (entry == null) {
        break;
      }
      armed--;
      entry.fired = true;
      wakers[taken++] = entry.waker;
      entry.waker = Waker.NONE;
    }
    quietUntil = wheel.next();
    return taken;
  }

  /** Fires everything, and from now on whatever is armed. */
  public void close() {
    synchronized (this) {
      closed = true;
    }
    Waker[] wakers = new Waker[BATCH];
    for (int taken = collect(NEVER, wakers); taken > 0; taken = collect(NEVER, wakers)) {
      for (int i = 0; i < taken; i++) {
        wakers[i].wake();
      }
    }
  }
}
