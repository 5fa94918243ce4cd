package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Permits for which tasks wait in the order they came. A waiter that wants many collects what is
 * given back until it has enough, and those behind it wait as long: nobody starves. Safe for use by
 * any thread.
 *
 * <p>While somebody waits there are no free permits: whoever gives one back hands it to the first.
 */
public final class AsyncSemaphore {
  /** Most permits there can be. */
  public static final long MAX_PERMITS = Long.MAX_VALUE >> 3;

  /** Waiters that are woken without the lock, at a time. */
  private static final int BATCH = 32;

  private final AtomicLong permits;

  /** Written under the lock; read without it after permits were added. */
  private volatile int waiting;

  private volatile boolean closed;
  private Acquire first;
  private Acquire last;
  private int peakWaiting;

  /**
   * A semaphore.
   *
   * @param permits free at first; from 0 to {@link #MAX_PERMITS}
   */
  public AsyncSemaphore(long permits) {
    if (permits < 0 || permits > MAX_PERMITS) {
      throw new IllegalArgumentException("permits must be from 0 to " + MAX_PERMITS);
    }
    this.permits = new AtomicLong(permits);
  }

  /** Permits that can be had at once. */
  public long availablePermits() {
    return permits.get();
  }

  /** Tasks that wait. */
  public int waiting() {
    return waiting;
  }

  /** Most tasks that waited at a time. */
  public synchronized int peakWaiting() {
    return peakWaiting;
  }

  /** Waits for one permit; fails with {@link ClosedException} once closed. */
  public Async<Permit> acquire() {
    return acquire(1);
  }

  /**
   * Waits for so many permits.
   *
   * @throws IllegalArgumentException when it is negative or more than there can be
   */
  public Async<Permit> acquire(long count) {
    return new Acquire(checked(count));
  }

  /** Takes so many permits if they can be had at once and nobody waits. */
  public Optional<Permit> tryAcquire(long count) {
    return !closed && waiting == 0 && take(checked(count))
        ? Optional.of(new Permit(this, count))
        : Optional.empty();
  }

  private static long checked(long count) {
    if (count < 0 || count > MAX_PERMITS) {
      throw new IllegalArgumentException("permits must be from 0 to " + MAX_PERMITS);
    }
    return count;
  }

  private boolean take(long count) {
    for (; ; ) {
      long free = permits.get();
      if (free < count) {
        return false;
      }
      if (permits.compareAndSet(free, free - count)) {
        return true;
      }
    }
  }

  /** Adds permits, to those given back by {@link Permit#close}. */
  public void addPermits(long count) {
    if (permits.addAndGet(checked(count)) > MAX_PERMITS) {
      permits.addAndGet(-count);
      throw new IllegalStateException("more permits than " + MAX_PERMITS);
    }
    if (waiting > 0) {
      hand();
    }
  }

  /** Hands free permits to those who wait. */
  private void hand() {
    Waker[] wakers = new Waker[BATCH];
    int ready;
    do {
      ready = 0;
      synchronized (this) {
        while (ready < BATCH && first != null && feed(first)) {
          wakers[ready++] = first.waker;
          unlink(first);
        }
      }
      for (int i = 0; i < ready; i++) {
        wakers[i].wake();
      }
    } while (ready == BATCH);
  }

  /** Whether the waiter has all it wants. */
  private boolean feed(Acquire waiter) {
    long free;
    long given;
    do {
      free = permits.get();
      given = Math.min(free, waiter.missing);
    } while (!permits.compareAndSet(free, free - given));
    waiter.missing -= given;
    return waiter.missing == 0;
  }

  private void link(Acquire waiter) {
    waiter.previous = last;
    if (last == null) {
      first = waiter;
    } else {
      last.next = waiter;
    }
    last = waiter;
    waiter.linked = true;
    waiting++;
    peakWaiting = Math.max(peakWaiting, waiting);
  }

  private void unlink(Acquire waiter) {
    if (waiter.previous == null) {
      first = waiter.next;
    } else {
      waiter.previous.next = waiter.next;
    }
    if (waiter.next == null) {
      last = waiter.previous;
    } else {
      waiter.next.previous = waiter.previous;
    }
    waiter.previous = null;
    waiter.next = null;
    waiter.linked = false;
    waiting--;
  }

  /** Gives no more permits: those who wait, and whoever asks from now on, fail. */
  public void close() {
    closed = true;
    for (; ; ) {
      Waker waker;
      synchronized (this) {
        if (first == null) {
          return;
        }
        Acquire waiter = first;
        unlink(waiter);
        waker = waiter.waker;
      }
      waker.wake();
    }
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  /** One wait; node of the queue. Its links and what is missing are guarded by the semaphore. */
  private final class Acquire implements Async<Permit> {
    private final long wanted;
    private long missing;
    private boolean queued;
    private boolean linked;
    private Acquire previous;
    private Acquire next;
    private Waker waker = Waker.NONE;

    Acquire(long wanted) {
      this.wanted = wanted;
      this.missing = wanted;
    }

    @Override
    public Poll<Permit> poll(Context cx) throws ClosedException {
      if (!cx.proceed()) {
        return Poll.pending();
      }
      if (!queued && !closed && waiting == 0 && take(wanted)) {
        return got(cx);
      }
      synchronized (AsyncSemaphore.this) {
        if (!queued && !closed) {
          queued = true;
          link(this);
          if (first == this && feed(this)) {
            unlink(this);
          }
        }
        waker = cx.waker();
        if (linked) {
          return Poll.pending();
        }
      }
      if (missing > 0 || !queued) {
        giveBack(wanted - missing);
        throw new ClosedException("the semaphore was closed");
      }
      return got(cx);
    }

    private Poll<Permit> got(Context cx) {
      cx.progress();
      return Poll.ready(new Permit(AsyncSemaphore.this, wanted));
    }

    @Override
    public void drop() {
      long back;
      synchronized (AsyncSemaphore.this) {
        if (linked) {
          unlink(this);
        }
        back = queued ? wanted - missing : 0;
        missing = wanted;
      }
      giveBack(back);
    }

    private void giveBack(long count) {
      if (count > 0) {
        addPermits(count);
      }
    }
  }

  /** Permits that are held; closing gives them back, once. */
  public static final class Permit implements AutoCloseable {
    private final AsyncSemaphore owner;
    private final AtomicLong held;

    private Permit(AsyncSemaphore owner, long count) {
      this.owner = owner;
      this.held = new AtomicLong(count);
    }

    /** How many; 0 once they were given back. */
    public long count() {
      return held.get();
    }

    /** Never gives them back. */
    public void forget() {
      held.set(0);
    }

    @Override
    public void close() {
      long count = held.getAndSet(0);
      if (count > 0) {
        owner.addPermits(count);
      }
    }
  }
}
