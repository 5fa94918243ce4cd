package dev.asynclint.runtime.net;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.io.IOException;

/**
 * An operation on a socket: tried at once, and again whenever the socket is ready. Takes one off
 * the budget when it succeeds or fails.
 */
abstract class Attempt<T> implements Async<T> {
  final Registration registration;
  private final Registration.Side side;

  Attempt(Registration registration, Registration.Side side) {
    this.registration = registration;
    this.side = side;
  }

  /** Tries without waiting; pending when it would have to. */
  abstract Poll<T> attempt() throws IOException;

  /** Whether the attempt that succeeded left nothing behind that another could take. */
  boolean exhausted() {
    return false;
  }

  @Override
  public final Poll<T> poll(Context cx) throws IOException {
    if (!cx.proceed()) {
      return Poll.pending();
    }
    for (; ; ) {
      int tick = registration.enter(side, this, cx.waker());
      if (tick < 0) {
        return Poll.pending();
      }
      Poll<T> tried;
      try {
        tried = attempt();
      } catch (IOException e) {
        cx.progress();
        throw registration.failure(e);
      }
      boolean ready = tried.isReady();
      if (!ready || exhausted()) {
        registration.wouldBlock(side, tick);
      }
      if (ready) {
        cx.progress();
        return tried;
      }
    }
  }

  @Override
  public void drop() {
    registration.leave(side, this);
  }
}
