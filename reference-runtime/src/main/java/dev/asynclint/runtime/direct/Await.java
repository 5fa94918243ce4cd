package dev.asynclint.runtime.direct;

import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.poll.Witness;
import dev.asynclint.runtime.site.Sites;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Waiting in direct style. */
public final class Await {
  private static final ThreadLocal<ParkWaker> HERE = new ThreadLocal<>();

  private Await() {}

  private enum State {
    RUNNING,
    WAITING,
    WOKEN
  }

  /** Wakes the thread of one body. */
  private static final class ParkWaker implements Waker {
    private final Thread thread = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final RunningBodies bodies;

    ParkWaker(RunningBodies bodies) {
      this.bodies = bodies;
    }

    @Override
    public void wake() {
      if (goOn()) {
        LockSupport.unpark(thread);
      }
    }

    /** Ends the wait; whoever does so counts the body as running again, before it runs. */
    private boolean goOn() {
      if (state.getAndUpdate(now -> now == State.RUNNING ? State.WOKEN : now) == State.RUNNING) {
        return false;
      }
      if (!state.compareAndSet(State.WAITING, State.WOKEN)) {
        return false;
      }
      bodies.goesOn();
      return true;
    }

    /** Sleeps until woken; false when the thread was interrupted first. */
    private boolean sleep() {
      if (!state.compareAndSet(State.RUNNING, State.WAITING)) {
        return true;
      }
      bodies.rests();
      while (state.get() == State.WAITING) {
        if (Thread.interrupted()) {
          goOn();
          return false;
        }
        LockSupport.park(this);
      }
      return true;
    }
  }

  /** The context of a body that is about to run on this thread. */
  static Context context(Host host, Witness witness) {
    HERE.set(new ParkWaker(host.service(RunningBodies.class)));
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
      waker.state.set(State.RUNNING);
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
      if (!waker.sleep()) {
        async.drop();
        throw new InterruptedException("the task was aborted");
      }
    }
  }
}
