package dev.asynclint.runtime.executor;

import dev.asynclint.runtime.poll.Host;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.time.Timers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A runtime seen as an executor: what is handed to it is a task that is done at its first poll, so
 * that programs of futures and reactive streams are metered as tasks are. Times are those of the
 * clock of the runtime. Shutting it down leaves the runtime as it is. Safe for use by any thread.
 *
 * <p>It never interrupts: its threads poll other tasks too. A runnable that throws is told to the
 * handler of uncaught exceptions and counts as a task that failed.
 */
public final class RuntimeExecutor extends AbstractExecutorService
    implements ScheduledExecutorService {
  private final Host host;

  /** What has not ended, in the order it came. Guards itself and the rest. */
  private final Set<Object> unfinished = new LinkedHashSet<>();

  private boolean shutdown;

  /** A view of a runtime, that has yet to run anything. */
  public RuntimeExecutor(Host host) {
    this.host = host;
  }

  /**
   * Starts a task.
   *
   * @throws RejectedExecutionException after the shutdown of this executor or the close of the
   *     runtime
   */
  @Override
  public void execute(Runnable command) {
    Job job = new Job(this, Objects.requireNonNull(command, "command"));
    begin(job);
    host.spawn("", job).drop();
    if (job.isGivenUp()) {
      throw new RejectedExecutionException("the runtime is closed");
    }
  }

  private void begin(Object job) {
    synchronized (unfinished) {
      if (shutdown) {
        throw new RejectedExecutionException("this executor was shut down");
      }
      unfinished.add(job);
    }
  }

  void ended(Object job) {
    synchronized (unfinished) {
      unfinished.remove(job);
      if (unfinished.isEmpty()) {
        unfinished.notifyAll();
      }
    }
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return start(Executors.callable(command), unit.toNanos(delay), 0);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    return start(Objects.requireNonNull(callable, "callable"), unit.toNanos(delay), 0);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    return start(Executors.callable(command), unit.toNanos(initialDelay), nanos(period, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    return start(Executors.callable(command), unit.toNanos(initialDelay), -nanos(delay, unit));
  }

  private static long nanos(long period, TimeUnit unit) {
    if (period <= 0) {
      throw new IllegalArgumentException("a period must be positive: " + period + " " + unit);
    }
    return unit.toNanos(period);
  }

  private <V> ScheduledFuture<V> start(Callable<V> call, long delay, long period) {
    TimedJob<V> job = new TimedJob<>(this, host.service(Timers.class), call, delay, period);
    begin(job);
    JoinHandle<Void> handle = host.spawn("", job);
    if (job.isCancelled()) {
      throw new RejectedExecutionException("the runtime is closed");
    }
    job.startedAs(handle);
    handle.drop();
    return job;
  }

  /** Takes no more; what has a time once still runs, what repeats ends. */
  @Override
  public void shutdown() {
    List<Object> jobs;
    synchronized (unfinished) {
      shutdown = true;
      jobs = List.copyOf(unfinished);
      unfinished.notifyAll();
    }
    for (Object job : jobs) {
      if (job instanceof TimedJob<?> timed && timed.isPeriodic()) {
        timed.cancel(false);
      }
    }
  }

  /** The same, and gives back what has not begun; what runs is not interrupted. */
  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    List<Object> jobs;
    synchronized (unfinished) {
      jobs = List.copyOf(unfinished);
    }
    List<Runnable> never = new ArrayList<>();
    for (Object job : jobs) {
      if (job instanceof Job plain && plain.giveUp()) {
        never.add(plain.runnable());
      } else if (job instanceof TimedJob<?> timed && timed.cancel(false)) {
        never.add(timed);
      }
    }
    return never;
  }

  @Override
  public boolean isShutdown() {
    synchronized (unfinished) {
      return shutdown;
    }
  }

  @Override
  public boolean isTerminated() {
    synchronized (unfinished) {
      return shutdown && unfinished.isEmpty();
    }
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    synchronized (unfinished) {
      while (!shutdown || !unfinished.isEmpty()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(unfinished, left);
      }
    }
    return true;
  }
}
