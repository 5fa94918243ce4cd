package dev.asynclint.runtime.scheduler;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which workers sleep and how many look for work. One word counts those awake and those that
 * search; it only shrinks under the lock of the list of sleepers, last asleep first woken.
 *
 * <p>Sequentially consistent on purpose: a worker that goes to sleep after it saw an empty queue,
 * and a thread that fills the queue after it saw nobody asleep, must not miss each other.
 */
final class IdleWorkers {
  private static final int UNPARKED = 1 << 16;
  private static final int SEARCHING = UNPARKED - 1;

  private final int workers;
  private final AtomicInteger state;
  private final int[] sleepers;
  private int asleep;

  IdleWorkers(int workers) {
    this.workers = workers;
    this.state = new AtomicInteger(workers * UNPARKED);
    this.sleepers = new int[workers];
  }

  /** A worker to wake, counted as awake and searching from now on; -1 when none is needed. */
  int toNotify() {
    if (!needed()) {
      return -1;
    }
    synchronized (this) {
      if (!needed()) {
        return -1;
      }
      state.addAndGet(UNPARKED | 1);
      return sleepers[--asleep];
    }
  }

  /** Nobody searches and somebody sleeps. */
  private boolean needed() {
    int seen = state.get();
    return (seen & SEARCHING) == 0 && seen / UNPARKED < workers;
  }

  /** A worker goes to sleep; whether it was the last that searched. */
  synchronized boolean sleep(int worker, boolean searching) {
    int before = state.getAndAdd(searching ? -(UNPARKED | 1) : -UNPARKED);
    sleepers[asleep++] = worker;
    return searching && (before & SEARCHING) == 1;
  }

  /** Whether the worker may search: less than half of them do. */
  boolean search() {
    if (2 * (state.get() & SEARCHING) >= workers) {
      return false;
    }
    state.incrementAndGet();
    return true;
  }

  /** A worker found something; whether it was the last that searched. */
  boolean found() {
    return (state.getAndDecrement() & SEARCHING) == 1;
  }

  /** Wakes a certain worker; false when somebody else has. */
  synchronized boolean wake(int worker) {
    for (int i = 0; i < asleep; i++) {
      if (sleepers[i] == worker) {
        sleepers[i] = sleepers[--asleep];
        state.addAndGet(UNPARKED);
        return true;
      }
    }
    return false;
  }

  /** Whether a worker is still listed as asleep. */
  synchronized boolean isAsleep(int worker) {
    for (int i = 0; i < asleep; i++) {
      if (sleepers[i] == worker) {
        return true;
      }
    }
    return false;
  }
}
