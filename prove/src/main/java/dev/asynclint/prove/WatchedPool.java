package dev.asynclint.prove;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool that counts what is in flight, by the line that handed it over, and failures unseen. */
final class WatchedPool extends ThreadPoolExecutor {
  private final Evidence evidence;
  private final Map<Integer, AtomicInteger> inFlight = new ConcurrentHashMap<>();
  private final Map<Runnable, Integer> lines = new ConcurrentHashMap<>();

  WatchedPool(int threads, Evidence evidence) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Threads::daemon);
    this.evidence = evidence;
  }

  @Override
  public void execute(Runnable command) {
    int line = evidence.here();
    lines.put(command, line);
    AtomicInteger count = inFlight.computeIfAbsent(line, key -> new AtomicInteger());
    evidence.peak(Meter.IN_FLIGHT, line, count.incrementAndGet());
    super.execute(command);
  }

  @Override
  protected void afterExecute(Runnable command, Throwable failure) {
    Integer line = lines.remove(command);
    if (line != null) {
      inFlight.get(line).decrementAndGet();
    }
    if (command instanceof Unseen<?> task) {
      task.finished(line == null ? 0 : line);
    }
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
    return new Unseen<>(callable);
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
    return new Unseen<>(java.util.concurrent.Executors.callable(runnable, value));
  }

  /** A task whose failure counts until somebody asks for the outcome. */
  private final class Unseen<T> extends FutureTask<T> {
    private volatile boolean asked;
    private volatile boolean failed;

    Unseen(Callable<T> callable) {
      super(callable);
    }

    @Override
    protected void setException(Throwable failure) {
      failed = true;
      super.setException(failure);
    }

    void finished(int line) {
      if (failed && !asked) {
        evidence.add(Meter.FAILURES, line, 1);
      }
    }

    @Override
    public T get() throws InterruptedException, java.util.concurrent.ExecutionException {
      asked = true;
      return super.get();
    }

    @Override
    public T get(long time, TimeUnit unit)
        throws InterruptedException,
            java.util.concurrent.ExecutionException,
            java.util.concurrent.TimeoutException {
      asked = true;
      return super.get(time, unit);
    }
  }
}
