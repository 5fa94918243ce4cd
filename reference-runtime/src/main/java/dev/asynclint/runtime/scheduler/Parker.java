package dev.asynclint.runtime.scheduler;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Puts one thread to sleep until somebody wakes it; a wake that comes first is not lost. */
final class Parker {
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile Thread sleeper;

  /** What is waited in instead of a bare sleep; null when nothing is. */
  private volatile Events source;

  /** Sleeps; may return early. Takes the wake that ended it. */
  void park() {
    parkNanos(-1);
  }

  /** The same with an eye on events, unless they are null. */
  void parkNanos(long nanos, Events events) {
    if (events == null) {
      parkNanos(nanos);
      return;
    }
    source = events;
    if (!woken.getAndSet(false)) {
      events.await(nanos);
      woken.set(false);
    }
    source = null;
  }

  /** The same for at most so many nanoseconds; without end when negative. */
  void parkNanos(long nanos) {
    sleeper = Thread.currentThread();
    if (!woken.getAndSet(false)) {
      if (nanos < 0) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, nanos);
      }
      woken.set(false);
    }
    sleeper = null;
  }

  void unpark() {
    woken.set(true);
    Events events = source;
    if (events != null) {
      events.interrupt();
    }
    Thread thread = sleeper;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }
}
