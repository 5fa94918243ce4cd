package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;

/**
 * A value that many may read or one may change. Fair: a writer that waits comes before readers that
 * come later.
 *
 * @param <T> type of the value
 */
public final class AsyncRwLock<T> {
  /** Readers at a time, and so what a writer takes. Source: Tokio, {@code u32::MAX >> 3}. */
  private static final long MAX_READS = 0xFFFF_FFFFL >> 3;

  private final AsyncSemaphore semaphore = new AsyncSemaphore(MAX_READS, "rwlock");
  private T value;

  /** A lock around a value. */
  public AsyncRwLock(T value) {
    this.value = value;
  }

  /** Waits until nobody changes the value. */
  public Async<Guard> read() {
    return semaphore.acquire(1).map(permit -> new Guard(permit, false));
  }

  /** Waits until nobody reads or changes the value. */
  public Async<Guard> write() {
    return semaphore.acquire(MAX_READS).map(permit -> new Guard(permit, true));
  }

  /** The value while it is held; closing lets go of it, once. */
  public final class Guard implements AutoCloseable {
    private final AsyncSemaphore.Permit permit;
    private final boolean writes;

    private Guard(AsyncSemaphore.Permit permit, boolean writes) {
      this.permit = permit;
      this.writes = writes;
    }

    /** The value. */
    public T get() {
      held();
      return value;
    }

    /**
     * Changes the value.
     *
     * @throws IllegalStateException when it is held for reading
     */
    public void set(T other) {
      held();
      if (!writes) {
        throw new IllegalStateException("the value is held for reading; use write()");
      }
      value = other;
    }

    private void held() {
      if (permit.count() == 0) {
        throw new IllegalStateException("the guard was closed; lock again");
      }
    }

    @Override
    public void close() {
      permit.close();
    }
  }
}
