package dev.asynclint.runtime.direct;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.poll.Witness;
import java.util.concurrent.Callable;

/**
 * A body on a thread of its own, seen as a computation: pending until the body has ended. Dropping
 * it interrupts the thread; a body that does not mind runs on, but its outcome is lost.
 */
public final class DirectTask<T> implements Async<T> {
  private final Callable<? extends T> body;
  private final boolean platform;
  private boolean started;
  private boolean done;
  private boolean dropped;
  private Thread thread;
  private Waker waker = Waker.NONE;
  private T value;
  private Throwable failure;

  /**
   * A body that has yet to start.
   *
   * @param platform whether its thread must not be virtual
   */
  public DirectTask(Callable<? extends T> body, boolean platform) {
    this.body = body;
    this.platform = platform;
  }

  @Override
  public Poll<T> poll(Context cx) throws Exception {
    Host host = cx.host();
    boolean first;
    synchronized (this) {
      first = !started;
      started = true;
      waker = cx.waker();
    }
    if (first) {
      Witness witness = cx.witness();
      if (witness != null) {
        witness.direct();
      }
      RunningBodies bodies = host.service(RunningBodies.class);
      bodies.goesOn();
      DirectThreads.start(
          () -> {
            try {
              run(host, witness);
            } finally {
              bodies.rests();
            }
          },
          platform);
    }
    synchronized (this) {
      if (!done) {
        return Poll.pending();
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (Exception) failure;
    }
    return Poll.ready(value);
  }

  private void run(Host host, Witness witness) {
    synchronized (this) {
      if (dropped) {
        return;
      }
      thread = Thread.currentThread();
    }
    Context before = Context.enter(Await.context(host, witness));
    T result = null;
    Throwable thrown = null;
    try {
      result = body.call();
    } catch (Throwable t) {
      thrown = t;
    } finally {
      Context.enter(before);
    }
    Waker waiting;
    synchronized (this) {
      thread = null;
      Thread.interrupted();
      value = result;
      failure = thrown;
      done = true;
      waiting = waker;
    }
    waiting.wake();
  }

  @Override
  public synchronized void drop() {
    dropped = true;
    waker = Waker.NONE;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
