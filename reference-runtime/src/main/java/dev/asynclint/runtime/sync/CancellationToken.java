package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Asks work to stop. Cancelling reaches the children of a token, never its parent. Safe for use by
 * any thread.
 */
public final class CancellationToken {
  private final CancellationToken parent;
  private final Notify signal = new Notify();
  private List<CancellationToken> children = new ArrayList<>();
  private volatile boolean cancelled;

  /** A token of its own. */
  public CancellationToken() {
    this(null);
  }

  private CancellationToken(CancellationToken parent) {
    this.parent = parent;
  }

  /** A token that is cancelled with this one, or alone. */
  public CancellationToken child() {
    CancellationToken child = new CancellationToken(this);
    synchronized (this) {
      if (!cancelled) {
        children.add(child);
        return child;
      }
    }
    child.cancel();
    return child;
  }

  /** Asks all work under this token to stop; nothing happens the second time. */
  public void cancel() {
    List<CancellationToken> below;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      below = children;
      children = List.of();
    }
    signal.notifyWaiters();
    below.forEach(CancellationToken::cancel);
    if (parent != null) {
      parent.forget(this);
    }
  }

  private synchronized void forget(CancellationToken child) {
    if (!cancelled) {
      children.remove(child);
    }
  }

  /** Whether it was cancelled. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Waits until it is cancelled. */
  public Async<Void> cancelled() {
    Async<Void> signalled = signal.notified();
    // Asked after the wait was made: a cancel in between is seen by one or the other.
    return cancelled ? Async.of(null) : signalled;
  }

  /** A computation that is dropped, and fails, when the token is cancelled before it ends. */
  public <T> Async<T> run(Async<T> async) {
    return new Guarded<>(cancelled(), async);
  }

  private static final class Guarded<T> implements Async<T> {
    private final Async<Void> cancelled;
    private final Async<T> inner;

    Guarded(Async<Void> cancelled, Async<T> inner) {
      this.cancelled = cancelled;
      this.inner = inner;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
      if (cancelled.poll(cx).isReady()) {
        inner.drop();
        throw new CancellationException("the token was cancelled");
      }
      try {
        Poll<T> polled = inner.poll(cx);
        if (polled.isReady()) {
          cancelled.drop();
        }
        return polled;
      } catch (Throwable failure) {
        cancelled.drop();
        throw failure;
      }
    }

    @Override
    public void drop() {
      cancelled.drop();
      inner.drop();
    }
  }
}
