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
  private final BriefLock lock = new BriefLock();
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
    lock.lock();
    try {
      next = wheel.next();
    } finally {
      lock.unlock();
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

  /** The tick a deadline is rounded up to. */
  static long tick(long deadline) {
    long tick = deadline / TICK;
    return tick * TICK == deadline ? tick : tick + 1;
  }

  /**
   * Arms a timer that is in no wheel for the tick that is written in it; one that is due already
   * has fired then, without a wake.
   */
  void arm(TimerEntry entry, Waker waker) {
    boolean first;
    lock.lock();
    try {
      entry.waker = waker;
      first = insert(entry);
    } finally {
      lock.unlock();
    }
    if (first) {
      earlier.run();
    }
  }

  /** Under the lock; whether the driver must be told. */
  private boolean insert(TimerEntry entry) {
    if (closed || !wheel.insert(entry)) {
      entry.place(TimerEntry.FIRED);
      entry.waker = Waker.NONE;
      return false;
    }
    armed++;
    if (entry.when >= quietUntil) {
      return false;
    }
    quietUntil = Math.min(wheel.next(), quietUntil);
    return true;
  }

  /**
   * Puts a timer on another tick, where it wakes whom it would have woken, at once when that has
   * passed; one that waits for nothing is out then, to be armed.
   */
  void move(TimerEntry entry, long tick) {
    boolean first = false;
    Waker due = Waker.NONE;
    lock.lock();
    try {
      boolean waits = entry.place() >= 0;
      if (waits) {
        wheel.remove(entry);
        armed--;
      }
      entry.when = tick;
      if (waits) {
        Waker waker = entry.waker;
        first = insert(entry);
        due = entry.fired() ? waker : due;
      } else {
        entry.place(TimerEntry.OUT);
      }
    } finally {
      lock.unlock();
    }
    due.wake();
    if (first) {
      earlier.run();
    }
  }

  /** Changes whom a timer wakes. */
  void update(TimerEntry entry, Waker waker) {
    lock.lock();
    try {
      if (entry.place() >= 0) {
        entry.waker = waker;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Disarms a timer; nothing happens to one that has fired. */
  void cancel(TimerEntry entry) {
    // Only the caller arms it: out of the wheel it stays out.
    if (entry.place() < 0) {
      return;
    }
    lock.lock();
    try {
      if (entry.place() >= 0) {
        wheel.remove(entry);
        armed--;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Timers that wait. */
  public long armed() {
    lock.lock();
    try {
      return armed;
    } finally {
      lock.unlock();
    }
  }

  /** Nanoseconds until there is something to do, 0 when there is now; -1 for never. */
  public long untilNext() {
    long next;
    lock.lock();
    try {
      next = wheel.next();
      quietUntil = next;
    } finally {
      lock.unlock();
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
      lock.lock();
      try {
        wheel.poll(now);
      } finally {
        lock.unlock();
      }
    }
  }

  private int collect(long now, Waker[] wakers) {
    int taken = 0;
    lock.lock();
    try {
      while (taken < BATCH) {
        TimerEntry entry = wheel.poll(now);
        if (entry == null) {
          break;
        }
        armed--;
        entry.place(TimerEntry.FIRED);
        wakers[taken++] = entry.waker;
        entry.waker = Waker.NONE;
      }
      quietUntil = wheel.next();
    } finally {
      lock.unlock();
    }
    return taken;
  }

  /** Fires everything, and from now on whatever is armed. */
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    Waker[] wakers = new Waker[BATCH];
    for (int taken = collect(NEVER, wakers); taken > 0; taken = collect(NEVER, wakers)) {
      for (int i = 0; i < taken; i++) {
        wakers[i].wake();
      }
    }
  }
}
