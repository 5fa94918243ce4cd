package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.task.Scheduler;

/** A scheduler with the threads that drive it. */
public interface Engine extends Scheduler {

  /**
   * Polls a computation on the calling thread until it is done.
   *
   * @throws Exception what the computation fails with
   */
  <T> T blockOn(Async<T> async) throws Exception;

  /** Looks at the timers soon: one was armed that is due first, or the clock was moved. */
  void wakeDriver();

  /** From now on waits for these events too; null for none any more. */
  void watch(Events events);

  /** Stops taking turns; threads end once what they poll has returned. */
  void stop();

  /** Waits for the threads to end. */
  boolean awaitStopped(long nanos) throws InterruptedException;

  /** Counters as they stand. */
  EngineMetrics metrics();
}
