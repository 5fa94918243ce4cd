package dev.asynclint.runtime.poll;

/**
 * Makes a task run again. Safe for use by any thread; waking twice before the next poll is once.
 */
@FunctionalInterface
public interface Waker {
  /** Nobody waits. */
  Waker NONE = () -> {};

  /** Asks for another poll, never polls itself. */
  void wake();
}
