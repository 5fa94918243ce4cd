package dev.asynclint.runtime.task;

/** What is measured of one task. Called by any thread. */
public interface TaskMeter {
  /** Somebody woke it, needed or not. */
  void woken(Task<?> task);

  /**
   * It has ended.
   *
   * @param outcome a value or a {@link dev.asynclint.runtime.poll.JoinError}
   * @param detached whether nobody can ask for the outcome any more
   */
  void ended(Task<?> task, Object outcome, boolean detached);

  /** Its failure has been asked for. */
  void observed();

  /** Its handle was dropped with the outcome in it. */
  void unobserved(Task<?> task, Object outcome);
}
