package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.task.Task;

/** Sees every poll of one thread; called on it. */
public interface Probe {
  /** A poll begins. */
  void before(Task<?> task);

  /** It has ended. */
  void after(Task<?> task, Context cx);
}
