package dev.asynclint.runtime.task;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Witness;

/** What is measured of one task. Called by any thread. */
public interface TaskMeter extends Witness {
  /** Somebody woke it, needed or not. */
  void woken(Task<?> task);

  /** A poll of it begins on this thread. */
  void begins(Context cx);

  /** A poll of it ended pending; called before anybody else may poll it. */
  void suspends(Task<?> task);

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
