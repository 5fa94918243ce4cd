package dev.asynclint.prove;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A timer that tells of tasks that will not run again because they failed. */
final class WatchedTimer extends ScheduledThreadPoolExecutor {
  private final Evidence evidence;

  WatchedTimer(Evidence evidence) {
    super(1, Threads::daemon);
    this.evidence = evidence;
  }

  @Override
  protected void afterExecute(Runnable command, Throwable failure) {
    if (command instanceof Future<?> task && task.isDone() && !task.isCancelled()) {
      try {
        task.get();
      } catch (ExecutionException e) {
        evidence.add(Meter.FAILURES, evidence.line(e), 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
