package dev.asynclint.runtime.channel;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.sync.ClosedException;

/**
 * One value from one task to another. Safe for use by any thread.
 *
 * @param <T> type of the value
 */
public final class Oneshot<T> {
  private enum State {
    OPEN,
    SENT,
    TAKEN,
    SENDER_CLOSED,
    RECEIVER_CLOSED
  }

  private State state = State.OPEN;
  private T value;
  private Waker receiverWaker = Waker.NONE;
  private Waker senderWaker = Waker.NONE;

  /** A channel without a value yet. */
  public Oneshot() {}

  /**
   * Sends the value, at once.
   *
   * @return false when the receiver is gone
   * @throws IllegalStateException when a value was sent, or the sender closed, before
   */
  public boolean send(T sent) {
    Waker waker;
    synchronized (this) {
      if (state == State.RECEIVER_CLOSED) {
        return false;
      }
      if (state != State.OPEN) {
        throw new IllegalStateException("only one value can be sent");
      }
      value = sent;
      state = State.SENT;
      waker = receiverWaker;
    }
    waker.wake();
    return true;
  }

  /** Nothing will be sent: the receiver fails. Nothing happens when a value was sent. */
  public void closeSender() {
    Waker waker;
    synchronized (this) {
      if (state != State.OPEN) {
        return;
      }
      state = State.SENDER_CLOSED;
      waker = receiverWaker;
    }
    waker.wake();
  }

  /** The value is not wanted any more; one that was sent is lost. */
  public void closeReceiver() {
    Waker waker;
    synchronized (this) {
      if (state == State.TAKEN) {
        return;
      }
      state = State.RECEIVER_CLOSED;
      value = null;
      waker = senderWaker;
    }
    waker.wake();
  }

  /** Waits for the value, once; fails with {@link ClosedException} when none will come. */
  public Async<T> receive() {
    return new Async<>() {
      @Override
      public Poll<T> poll(Context cx) throws ClosedException {
        return take(cx);
      }

      @Override
      public void drop() {
        closeReceiver();
      }
    };
  }

  /** Waits until the receiver is gone. */
  public Async<Void> closed() {
    return this::pollClosed;
  }

  private Poll<T> take(Context cx) throws ClosedException {
    if (!cx.proceed()) {
      return Poll.pending();
    }
    T taken;
    synchronized (this) {
      if (state == State.OPEN) {
        receiverWaker = cx.waker();
        return Poll.pending();
      }
      if (state != State.SENT) {
        throw new ClosedException(
            state == State.TAKEN ? "the value was received before" : "the sender sent nothing");
      }
      state = State.TAKEN;
      taken = value;
      value = null;
    }
    cx.progress();
    return Poll.ready(taken);
  }

  private synchronized Poll<Void> pollClosed(Context cx) {
    if (state == State.RECEIVER_CLOSED) {
      return Poll.ready(null);
    }
    senderWaker = cx.waker();
    return Poll.pending();
  }
}
