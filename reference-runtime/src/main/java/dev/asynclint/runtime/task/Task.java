package dev.asynclint.runtime.task;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.JoinError;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;

/**
 * A task: computation, waker, join handle and node of a queue in one object, so that starting one
 * costs two allocations. One state word decides every race.
 *
 * <p>The computation is only touched by whoever set {@link #RUNNING}, the result only by whoever
 * set {@link #COMPLETE} and, after that, by the join side.
 */
public final class Task<T> extends Owned implements Waker, JoinHandle<T> {
  /** The number of a task that is to get one from those it will live with. */
  public static final long UNNUMBERED = 0;

  private static final int RUNNING = 1;
  private static final int COMPLETE = 2;
  private static final int NOTIFIED = 4;
  private static final int JOIN_INTEREST = 8;
  private static final int JOIN_WAKER = 16;
  private static final int CANCELLED = 32;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Task.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String name;
  private final Scheduler scheduler;
  private volatile int state;
  private Async<T> async;
  private Object result;
  private Waker joinWaker;

  /** What is measured of it; null when nothing is. */
  private final TaskMeter meter;

  /** A task that has yet to be scheduled for the first time. */
  public Task(long id, String name, Async<T> async, Scheduler scheduler, TaskMeter meter) {
    super(id);
    this.name = name;
    this.async = async;
    this.scheduler = scheduler;
    this.meter = meter;
    // Whoever hands the task to another thread publishes it: no fence for every task.
    STATE.set(this, NOTIFIED | JOIN_INTEREST);
  }

  /** For people; may be empty. */
  public String name() {
    return name;
  }

  /** What is measured of it; null when nothing is. */
  public TaskMeter meter() {
    return meter;
  }

  /** The computation while it is suspended; null once it has ended. For meters alone. */
  public Async<T> computation() {
    return async;
  }

  @Override
  public boolean isFinished() {
    return (state & COMPLETE) != 0;
  }

  @Override
  public void wake() {
    if (meter != null) {
      meter.woken(this);
    }
    for (; ; ) {
      int seen = state;
      if ((seen & (COMPLETE | NOTIFIED)) != 0) {
        return;
      }
      if (STATE.compareAndSet(this, seen, seen | NOTIFIED)) {
        if ((seen & RUNNING) == 0) {
          scheduler.schedule(this);
        }
        return;
      }
    }
  }

  /** Polls once. Only for the scheduler, that has taken it off its queue. */
  public void run(Context cx) {
    int seen;
    do {
      seen = state;
      if ((seen & (RUNNING | COMPLETE)) != 0) {
        return;
      }
    } while (!STATE.compareAndSet(this, seen, (seen & ~NOTIFIED) | RUNNING));
    if ((seen & CANCELLED) != 0) {
      cancel();
      return;
    }
    if (meter != null) {
      cx.witness(meter);
      meter.begins(cx);
    }
    Poll<T> polled;
    try {
      polled = async.poll(cx);
    } catch (Throwable failure) {
      async = null;
      complete(JoinError.failed(id(), failure));
      return;
    } finally {
      cx.witness(null);
    }
    if (polled.isReady()) {
      async = null;
      complete(polled.value());
    } else {
      if (meter != null) {
        meter.suspends(this);
      }
      suspend();
    }
  }

  private void suspend() {
    for (; ; ) {
      int seen = state;
      if ((seen & CANCELLED) != 0) {
        cancel();
        return;
      }
      if (STATE.compareAndSet(this, seen, seen & ~RUNNING)) {
        if ((seen & NOTIFIED) != 0) {
          scheduler.reschedule(this);
        }
        return;
      }
    }
  }

  @Override
  public void abort() {
    for (; ; ) {
      int seen = state;
      if ((seen & (COMPLETE | CANCELLED)) != 0) {
        return;
      }
      if (STATE.compareAndSet(this, seen, seen | CANCELLED | NOTIFIED)) {
        if ((seen & (RUNNING | NOTIFIED)) == 0) {
          scheduler.schedule(this);
        }
        return;
      }
    }
  }

  /** Cancels at once what is suspended, and what runs at its next suspension. */
  void shutdown() {
    for (; ; ) {
      int seen = state;
      if ((seen & COMPLETE) != 0) {
        return;
      }
      boolean idle = (seen & RUNNING) == 0;
      if (STATE.compareAndSet(this, seen, seen | CANCELLED | (idle ? RUNNING : NOTIFIED))) {
        if (idle) {
          cancel();
        }
        return;
      }
    }
  }

  private void cancel() {
    Async<T> given = async;
    async = null;
    JoinError outcome = JoinError.cancelled(id());
    try {
      given.drop();
    } catch (Throwable failure) {
      outcome = JoinError.failed(id(), failure);
    }
    complete(outcome);
  }

  private void complete(Object outcome) {
    result = outcome;
    // RUNNING is set and COMPLETE is not, so that adding turns one into the other.
    int seen = (int) STATE.getAndAdd(this, COMPLETE - RUNNING);
    if (meter != null) {
      meter.ended(this, outcome, (seen & JOIN_INTEREST) == 0);
    }
    scheduler.ended(this);
    if ((seen & JOIN_INTEREST) == 0) {
      result = null;
    } else if ((seen & JOIN_WAKER) != 0) {
      joinWaker.wake();
    }
  }

  @Override
  public Poll<T> poll(Context cx) throws JoinError {
    if (!cx.proceed()) {
      return Poll.pending();
    }
    if ((state & JOIN_INTEREST) == 0) {
      throw new IllegalStateException(
          "the handle of task " + id() + " was dropped: nobody kept its result");
    }
    if (listen(cx.waker())) {
      return Poll.pending();
    }
    cx.progress();
    return Poll.ready(take());
  }

  /** Whether the waker will be called at the end; false when the end has come. */
  private boolean listen(Waker waker) {
    for (; ; ) {
      int seen = state;
      if ((seen & COMPLETE) != 0) {
        return false;
      }
      if ((seen & JOIN_WAKER) == 0) {
        joinWaker = waker;
        if (STATE.compareAndSet(this, seen, seen | JOIN_WAKER)) {
          return true;
        }
      } else if (joinWaker == waker) {
        return true;
      } else {
        // Only whoever clears the bit may change the waker: the end may read it at any time.
        STATE.compareAndSet(this, seen, seen & ~JOIN_WAKER);
      }
    }
  }

  @SuppressWarnings("unchecked") // what is no failure was put there as a result
  T take() throws JoinError {
    if (result == this) {
      throw new IllegalStateException("the result of task " + id() + " has been taken before");
    }
    Object outcome = result;
    result = this;
    if (outcome instanceof JoinError failure) {
      if (meter != null) {
        meter.observed();
      }
      throw failure;
    }
    return (T) outcome;
  }

  @Override
  public CompletableFuture<T> toCompletableFuture() {
    Forward<T> forward = new Forward<>(this, new CompletableFuture<>());
    if (!listen(forward)) {
      forward.wake();
    }
    return forward.future();
  }

  /** Nobody will ask for the result; the task runs on. */
  @Override
  public void drop() {
    for (; ; ) {
      int seen = state;
      if (STATE.compareAndSet(this, seen, seen & ~(JOIN_INTEREST | JOIN_WAKER))) {
        boolean unseen = (seen & COMPLETE) != 0 && (seen & JOIN_INTEREST) != 0;
        if (unseen && result != this) {
          if (meter != null) {
            meter.unobserved(this, result);
          }
          result = null;
        }
        return;
      }
    }
  }

  @Override
  public String toString() {
    return name.isEmpty() ? "task " + id() : "task " + id() + " (" + name + ")";
  }
}
