package dev.asynclint.runtime.direct;

import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.poll.Witness;
import dev.asynclint.runtime.site.Sites;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Waiting in direct style. */
public final class Await {
  private static final ThreadLocal<ParkWaker> HERE = new ThreadLocal<>();

  private Await() {}

  /** Wakes the thread of one body. */
  private static final class ParkWaker implements Waker {
    private final Thread thread = Thread.currentThread();
    private final AtomicBoolean woken = new AtomicBoolean();

    @Override
    public void wake() {
      woken.set(true);
      LockSupport.unpark(thread);
    }
  }

  /** The context of a body that is about to run on this thread. */
  static Context context(Host host, Witness witness) {
    HERE.set(new ParkWaker());
    Context cx = Context.of(host, Thread.currentThread().getId());
    cx.witness(witness);
    return cx;
  }

  /**
   * Waits for a computation where a body in direct style stands; takes its share of the budget as
   * any task does.
   *
   * @throws Exception what the computation fails with
   * @throws InterruptedException when the task was aborted; the computation is dropped
   * @throws IllegalStateException outside of a body in direct style
   */
  public static <T> T await(Async<T> async) throws Exception {
    ParkWaker waker = HERE.get();
    Context cx = Context.current();
    if (waker == null || cx == null || waker.thread != Thread.currentThread()) {
      throw new IllegalStateException("await needs a body started with AsyncRuntime.spawn");
    }
    for (; ; ) {
      waker.woken.set(false);
      cx.begin(waker, Budgets.DEFAULT.operationsPerPoll());
      Poll<T> polled = async.poll(cx);
      if (polled.isReady()) {
        return polled.value();
      }
      Witness witness = cx.witness();
      if (witness != null) {
        witness.waits(Sites.here());
      }
      cx.wakeDeferred();
      while (!waker.woken.get()) {
        if (Thread.interrupted()) {
          async.drop();
          throw new InterruptedException("the task was aborted");
        }
        LockSupport.park(waker);
      }
    }
  }
}
