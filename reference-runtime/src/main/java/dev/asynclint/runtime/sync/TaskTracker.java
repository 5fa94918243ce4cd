package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;

/** Counts work and waits for it to end; keeps nothing of what has ended. For graceful shutdown. */
public final class TaskTracker {
  private final Notify empty = new Notify();
  private long alive;
  private boolean closed;

  /** The computation, counted from now until it ends or is dropped. */
  public <T> Async<T> track(Async<T> async) {
    synchronized (this) {
      alive++;
    }
    return async.always(this::ended);
  }

  private void ended() {
    synchronized (this) {
      alive--;
    }
    tell();
  }

  /** No more is meant to come: {@link #await} may end. Tracking is still allowed. */
  public void close() {
    synchronized (this) {
      closed = true;
    }
    tell();
  }

  private void tell() {
    synchronized (this) {
      if (!closed || alive > 0) {
        return;
      }
    }
    empty.notifyWaiters();
  }

  /** Work that has not ended. */
  public synchronized long alive() {
    return alive;
  }

  /** Waits until the tracker is closed and all work has ended. */
  public Async<Void> await() {
    return Async.defer(this::awaitEmpty);
  }

  private Async<Void> awaitEmpty() {
    Async<Void> signalled = empty.notified();
    synchronized (this) {
      if (closed && alive == 0) {
        return Async.of(null);
      }
    }
    return signalled.then(nothing -> awaitEmpty());
  }
}
