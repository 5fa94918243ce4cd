package dev.asynclint.runtime.direct;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many bodies in direct style of one runtime run just now instead of waiting: while there are
 * any, a clock that stands must not be advanced. Safe for use by any thread.
 */
public final class RunningBodies {
  private final AtomicInteger running = new AtomicInteger();
  private final Runnable quiet;

  /**
   * None yet.
   *
   * @param quiet told, on its thread, when a body begins to wait or has ended
   */
  public RunningBodies(Runnable quiet) {
    this.quiet = quiet;
  }

  /** One begins to run, or goes on. Told by whoever causes it, before it does. */
  void goesOn() {
    running.incrementAndGet();
  }

  /** One waits or has ended; what it woke has been scheduled. */
  void rests() {
    running.decrementAndGet();
    quiet.run();
  }

  /** Bodies that run. */
  public int count() {
    return running.get();
  }
}
