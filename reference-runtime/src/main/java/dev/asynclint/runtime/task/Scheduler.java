package dev.asynclint.runtime.task;

/** Where tasks go that have something to do. Safe for use by any thread. */
public interface Scheduler {
  /** The task was woken, or is new. */
  void schedule(Task<?> task);

  /** The task was woken while it ran: it goes behind all others. */
  void reschedule(Task<?> task);

  /** The task has ended. */
  void ended(Task<?> task);
}
