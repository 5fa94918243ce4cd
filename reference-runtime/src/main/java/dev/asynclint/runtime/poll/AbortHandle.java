package dev.asynclint.runtime.poll;

/** Ends a task early. Safe for use by any thread. */
public interface AbortHandle {

  /**
   * Asks the task to stop at its next suspension; its computation is dropped before the join
   * completes. Nothing happens to a task that has finished. A blocking call that runs is not
   * stopped, one that is queued never runs.
   */
  void abort();

  /** Whether the task has a result, a failure, or was cancelled. */
  boolean isFinished();

  /** Number of the task, unique in its runtime, from 1. */
  long id();
}
