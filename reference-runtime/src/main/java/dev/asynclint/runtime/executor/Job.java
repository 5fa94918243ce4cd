package dev.asynclint.runtime.executor;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A runnable as a computation that is done at its first poll, however long that takes. */
final class Job implements Async<Void> {
  private static final int NEW = 0;
  private static final int BEGUN = 1;
  private static final int GIVEN_UP = 2;

  private final RuntimeExecutor owner;
  private final Runnable runnable;
  private final AtomicInteger state = new AtomicInteger();

  Job(RuntimeExecutor owner, Runnable runnable) {
    this.owner = owner;
    this.runnable = runnable;
  }

  Runnable runnable() {
    return runnable;
  }

  /** Whether it never began and never will. */
  boolean giveUp() {
    if (!state.compareAndSet(NEW, GIVEN_UP)) {
      return false;
    }
    owner.ended(this);
    return true;
  }

  boolean isGivenUp() {
    return state.get() == GIVEN_UP;
  }

  @Override
  public Poll<Void> poll(Context cx) {
    if (state.compareAndSet(NEW, BEGUN)) {
      try {
        runnable.run();
      } catch (Throwable failure) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, failure);
        throw failure;
      } finally {
        owner.ended(this);
      }
    }
    return Poll.ready(null);
  }

  /** The runtime was closed: whoever waits for the result must not wait for ever. */
  @Override
  public void drop() {
    if (giveUp() && runnable instanceof Future<?> future) {
      future.cancel(false);
    }
  }
}
