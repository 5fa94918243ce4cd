package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.site.Site;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Permits for which tasks wait in the order they came. A waiter that wants many collects what is
 * given back until it has enough, and those behind it wait as long: nobody starves. Safe for use by
 * any thread.
 *
 * <p>While somebody waits there are no free permits: whoever gives one back hands it to the first.
 */
public final class AsyncSemaphore extends Lockable {
  /** Most permits there can be. */
  public static final long MAX_PERMITS = Long.MAX_VALUE >> 3;

  private final AtomicLong permits;

  /** Written under the lock; read without it after permits were added. */
  private volatile int waiting;

  private volatile boolean closed;
  private final WaitList waiters = new WaitList();

  /**
   * A semaphore.
   *
   * @param permits free at first; from 0 to {@link #MAX_PERMITS}
   */
  public AsyncSemaphore(long permits) {
    this(permits, "semaphore");
  }

  /**
   * The semaphore inside of something else.
   *
   * @param permits free at first; from 0 to {@link #MAX_PERMITS}
   * @param kind what meters call it; empty for something that they do not look at
   */
  public AsyncSemaphore(long permits, String kind) {
    super(kind);
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

  @Override
  public synchronized long peakWaiting() {
    return waiters.peak();
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

  /**
   * Takes so many permits for good if they can be had at once and nobody waits; whoever took them
   * may add them again with {@link #addPermits}.
   */
  public boolean tryTake(long count) {
    return !closed && waiting == 0 && take(checked(count));
  }

  /** Takes so many permits if they can be had at once and nobody waits. */
  public Optional<Permit> tryAcquire(long count) {
    return !closed && waiting == 0 && take(checked(count))
        ? Optional.of(new Permit(this, count, holds(Context.current(), askedAt())))
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
    WakeBatch batch = new WakeBatch();
    boolean more;
    do {
      synchronized (this) {
        Acquire first = first();
        while (!batch.isFull() && first != null && feed(first)) {
          batch.add(first.waker);
          unlink(first);
          first = first();
        }
      }
      more = batch.isFull();
      batch.wake();
    } while (more);
  }

  private Acquire first() {
    return (Acquire) waiters.first();
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
    waiters.add(waiter);
    waiting = waiters.size();
  }

  private void unlink(Acquire waiter) {
    waiters.remove(waiter);
    waiting = waiters.size();
  }

  /** Gives no more permits: those who wait, and whoever asks from now on, fail. */
  public void close() {
    closed = true;
    for (; ; ) {
      Waker waker;
      synchronized (this) {
        Acquire waiter = first();
        if (waiter == null) {
          return;
        }
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
  private final class Acquire extends WaitList.Node implements Async<Permit> {
    private final long wanted;
    private long missing;
    private boolean queued;
    private final Site askedAt = askedAt();

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
          if (first() == this && feed(this)) {
            unlink(this);
          }
        }
        waker = cx.waker();
        if (linked) {
          waits(cx);
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
      return Poll.ready(new Permit(AsyncSemaphore.this, wanted, holds(cx, askedAt)));
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

    /** To be run when they are given back; null when nobody wants to know. */
    private final Runnable released;

    private Permit(AsyncSemaphore owner, long count, Runnable released) {
      this.owner = owner;
      this.held = new AtomicLong(count);
      this.released = released;
    }

    /** How many; 0 once they were given back. */
    public long count() {
      return held.get();
    }

    /** Never gives them back. */
    public void forget() {
      if (held.getAndSet(0) > 0) {
        tell();
      }
    }

    private void tell() {
      if (released != null) {
        released.run();
      }
    }

    @Override
    public void close() {
      long count = held.getAndSet(0);
      if (count > 0) {
        tell();
        owner.addPermits(count);
      }
    }
  }
}
