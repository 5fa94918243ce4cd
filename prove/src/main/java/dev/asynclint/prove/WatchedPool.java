package dev.asynclint.prove;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A pool that knows of failures nobody has asked for, by the line that handed the task over. */
final class WatchedPool extends ThreadPoolExecutor {
  private final Evidence evidence;
  private final List<Unseen<?>> failures = new CopyOnWriteArrayList<>();

  WatchedPool(int threads, Evidence evidence) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Threads::daemon);
    this.evidence = evidence;
  }

  /** Puts down the failures nobody has asked for by now. */
  void finish() {
    for (Unseen<?> failure : failures) {
      if (!failure.asked) {
        evidence.add(Meter.FAILURES, failure.line, 1);
      }
    }
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
    return new Unseen<>(callable);
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
    return new Unseen<>(Executors.callable(runnable, value));
  }

  /** A task whose failure counts until somebody asks for the outcome. */
  private final class Unseen<T> extends FutureTask<T> {
    private final int line = evidence.here();
    private volatile boolean asked;

    Unseen(Callable<T> callable) {
      super(callable);
    }

    @Override
    protected void setException(Throwable failure) {
      failures.add(this);
      super.setException(failure);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
      asked = true;
      return super.get();
    }

    @Override
    public T get(long time, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      asked = true;
      return super.get(time, unit);
    }
  }
}
