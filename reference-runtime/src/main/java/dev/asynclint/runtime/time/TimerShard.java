package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.Waker;

/**
 * A part of the timers of a runtime, with a wheel and a lock of its own, so that threads that arm
 * and disarm at once do not wait for one another. A timer stays in one shard: the one of the worker
 * that began it. Safe for use by any thread.
 */
class TimerShard extends BriefLock {
  private final Clock clock;
  private final Runnable earlier;
  private final Wheel wheel = new Wheel();
  private long armed;

  /** A tick before which there is nothing to do; written under the lock. */
  private volatile long quietUntil = Long.MAX_VALUE;

  /**
   * A shard without timers.
   *
   * @param earlier told when a timer was armed that is due before all others of the shard
   */
  TimerShard(Clock clock, Runnable earlier) {
    this.clock = clock;
    this.earlier = earlier;
  }

  /** The deadline that lies a time ahead, in nanoseconds; saturates. */
  long deadline(long nanosAhead) {
    return Timers.after(clock.nanos(), nanosAhead);
  }

  /**
   * Arms a timer that is in no wheel for the tick that is written in it; one that is due already
   * has fired then, without a wake.
   */
  void arm(TimerEntry entry, Waker waker) {
    boolean first;
    lock();
    try {
      entry.waker = waker;
      first = insert(entry);
    } finally {
      unlock();
    }
    if (first) {
      earlier.run();
    }
  }

  /** Under the lock; whether the driver must be told. */
  private boolean insert(TimerEntry entry) {
    if (!wheel.insert(entry)) {
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
    lock();
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
      unlock();
    }
    due.wake();
    if (first) {
      earlier.run();
    }
  }

  /** Changes whom a timer wakes. */
  void update(TimerEntry entry, Waker waker) {
    lock();
    try {
      if (entry.place() >= 0) {
        entry.waker = waker;
      }
    } finally {
      unlock();
    }
  }

  /** Disarms a timer; nothing happens to one that has fired. */
  void cancel(TimerEntry entry) {
    // Only the caller arms it: out of the wheel it stays out.
    if (entry.place() < 0) {
      return;
    }
    lock();
    try {
      if (entry.place() >= 0) {
        wheel.remove(entry);
        armed--;
      }
    } finally {
      unlock();
    }
  }

  /** Timers that wait. */
  long armed() {
    lock();
    try {
      return armed;
    } finally {
      unlock();
    }
  }

  /** A tick before which there is nothing to do, asked without the lock. */
  long quietUntil() {
    return quietUntil;
  }

  /** The earliest tick at which there is something to do; {@link Long#MAX_VALUE} for never. */
  long next() {
    lock();
    try {
      quietUntil = wheel.next();
      return quietUntil;
    } finally {
      unlock();
    }
  }

  /** Lets the wheel know of a time at which nothing is due. */
  void passTo(long tick) {
    lock();
    try {
      wheel.poll(tick);
    } finally {
      unlock();
    }
  }

  /**
   * Takes out what is due at a tick, as many as there is room for; gives how many. Once that is
   * less, what is armed for that tick or before has fired.
   */
  int collect(long tick, Waker[] wakers) {
    int taken = 0;
    lock();
    try {
      while (taken < wakers.length) {
        TimerEntry entry = wheel.poll(tick);
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
      unlock();
    }
    return taken;
  }

  /** Keeps what comes behind a shard off the cache lines it writes. */
  static final class Spaced extends TimerShard {
    long p0;
    long p1;
    long p2;
    long p3;
    long p4;
    long p5;
    long p6;
    long p7;

    Spaced(Clock clock, Runnable earlier) {
      super(clock, earlier);
    }
  }
}
