package dev.asynclint.runtime.scheduler;

/**
 * What a thread without tasks waits for besides timers, such as sockets. One thread at a time
 * waits.
 */
public interface Events {

  /**
   * Waits for something to happen, wakes whom it concerns, and returns; may return early.
   *
   * @param nanos how long at most; 0 only looks, a negative number waits without end. Rounded up to
   *     milliseconds
   * @return how many were woken
   */
  int await(long nanos);

  /** Ends the wait, or the next one. Safe for use by any thread. */
  void interrupt();

  /** Whether a task waits for something to happen that may come from outside of the runtime. */
  boolean expected();
}
