package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;
import java.util.Optional;

/**
 * A value that one task at a time may touch; others wait in the order they came. A holder that
 * fails leaves the value as it is.
 *
 * @param <T> type of the value
 */
public final class AsyncMutex<T> {
  private final AsyncSemaphore semaphore = new AsyncSemaphore(1, "mutex");
  private T value;

  /** A mutex around a value. */
  public AsyncMutex(T value) {
    this.value = value;
  }

  /** Waits for the value. */
  public Async<Guard> lock() {
    return semaphore.acquire().map(Guard::new);
  }

  /** The value, if nobody holds or waits for it. */
  public Optional<Guard> tryLock() {
    return semaphore.tryAcquire(1).map(Guard::new);
  }

  /** Tasks that wait. */
  public int waiting() {
    return semaphore.waiting();
  }

  /** Most tasks that waited at a time. */
  public int peakWaiting() {
    return (int) semaphore.peakWaiting();
  }

  /** The value while it is held; closing lets go of it, once. */
  public final class Guard implements AutoCloseable {
    private final AsyncSemaphore.Permit permit;

    private Guard(AsyncSemaphore.Permit permit) {
      this.permit = permit;
    }

    /** The value. */
    public T get() {
      held();
      return value;
    }

    /** Changes the value. */
    public void set(T other) {
      held();
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
