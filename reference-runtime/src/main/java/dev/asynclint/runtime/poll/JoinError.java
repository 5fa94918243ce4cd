package dev.asynclint.runtime.poll;

/** Why a task has no result: it was cancelled, or its computation failed with the cause. */
public final class JoinError extends Exception {
  private static final long serialVersionUID = 1L;

  private final long task;

  private JoinError(long task, String message, Throwable cause) {
    super(message, cause, false, cause != null);
    this.task = task;
  }

  /** The task was aborted, or its runtime shut down. */
  public static JoinError cancelled(long task) {
    return new JoinError(task, "task " + task + " was cancelled", null);
  }

  /** The computation threw. */
  public static JoinError failed(long task, Throwable cause) {
    return new JoinError(task, "task " + task + " failed: " + cause, cause);
  }

  /** Whether it was cancelled; else it failed. */
  public boolean isCancelled() {
    return getCause() == null;
  }

  /** Number of the task. */
  public long task() {
    return task;
  }
}
