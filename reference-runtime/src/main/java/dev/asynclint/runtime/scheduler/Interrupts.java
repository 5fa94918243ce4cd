package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.Async;

/** What an interrupt means to a thread that waits for a computation. */
final class Interrupts {
  private Interrupts() {}

  /**
   * Gives up on the computation when this thread was interrupted.
   *
   * @throws InterruptedException when it was
   */
  static void check(Async<?> waitedFor) throws InterruptedException {
    if (Thread.interrupted()) {
      waitedFor.drop();
      throw new InterruptedException("interrupted while waiting in blockOn");
    }
  }
}
