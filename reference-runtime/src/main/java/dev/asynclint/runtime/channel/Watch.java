package dev.asynclint.runtime.channel;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.sync.ClosedException;
import dev.asynclint.runtime.sync.Notify;
import java.util.function.Predicate;

/**
 * The latest value; those before it are lost to whoever did not look. Safe for use by any thread.
 *
 * @param <T> type of the value
 */
public final class Watch<T> {
  /** The lowest bit of a version says that the sender is closed. */
  private static final long CLOSED = 1;

  private static final long STEP = 2;

  private final Notify changes = new Notify();
  private T value;
  private volatile long version;

  /** A channel with a first value, which counts as seen. */
  public Watch(T initial) {
    value = initial;
  }

  /** Replaces the value. */
  public void send(T next) {
    synchronized (this) {
      if ((version & CLOSED) != 0) {
        throw new IllegalStateException("the channel was closed");
      }
      value = next;
      version += STEP;
    }
    changes.notifyWaiters();
  }

  /** Sends no more: receivers that have seen the last value fail. */
  public void close() {
    synchronized (this) {
      version |= CLOSED;
    }
    changes.notifyWaiters();
  }

  /** A receiver that has seen the present value. */
  public Receiver subscribe() {
    return new Receiver(version & ~CLOSED);
  }

  /** Looks at the value, for one task at a time. */
  public final class Receiver {
    private long seen;

    private Receiver(long seen) {
      this.seen = seen;
    }

    /** The value; it does not count as seen. */
    public T borrow() {
      synchronized (Watch.this) {
        return value;
      }
    }

    /** The value; it counts as seen. */
    public T borrowAndUpdate() {
      synchronized (Watch.this) {
        seen = version & ~CLOSED;
        return value;
      }
    }

    /** Whether there is a value that was not seen. */
    public boolean hasChanged() {
      return (version & ~CLOSED) != seen;
    }

    /** Waits for a value that was not seen; fails with {@link ClosedException} at the end. */
    public Async<Void> changed() {
      return new Changed();
    }

    /** Waits for a value that passes, the present one included. */
    public Async<T> waitFor(Predicate<? super T> test) {
      return Async.defer(
          () -> {
            T now = borrowAndUpdate();
            return test.test(now) ? Async.of(now) : changed().then(nothing -> waitFor(test));
          });
    }

    private final class Changed implements Async<Void> {
      private Async<Void> signal;

      @Override
      public Poll<Void> poll(Context cx) throws Exception {
        if (!cx.proceed()) {
          return Poll.pending();
        }
        for (; ; ) {
          if (signal == null) {
            signal = changes.notified();
          }
          long now = version;
          if ((now & ~CLOSED) != seen) {
            seen = now & ~CLOSED;
            end();
            cx.progress();
            return Poll.ready(null);
          }
          if ((now & CLOSED) != 0) {
            end();
            throw new ClosedException("the sender is closed");
          }
          if (signal.poll(cx).isPending()) {
            return Poll.pending();
          }
          signal = null;
        }
      }

      private void end() {
        signal.drop();
        signal = null;
      }

      @Override
      public void drop() {
        if (signal != null) {
          end();
        }
      }
    }
  }
}
