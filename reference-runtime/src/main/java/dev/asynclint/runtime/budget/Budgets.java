package dev.asynclint.runtime.budget;

import java.time.Duration;
import java.util.Objects;

/**
 * What an asynchronous program may spend before it stalls others. Immutable; safe to share between
 * threads.
 *
 * @param operationsPerPoll ready operations a task may complete in one poll before it must yield;
 *     at least 1. Source: Tokio's cooperative budget, 128
 * @param pollTime longest time a task may keep its worker between two suspension points; positive.
 *     Source: the 10 to 100 microseconds Tokio's guides allow, upper end
 * @param eventLoopWait longest timeout literal that is not reported when a non-blocking thread
 *     waits; not negative. Source: a wait this long already delays every timer of the loop by more
 *     than a frame at 10 Hz
 * @param boundedWait longest timeout literal that is not reported elsewhere, such as while a lock
 *     is held; not negative. Source: Android's "application not responding" limit, which Infer's
 *     starvation checker uses
 * @param blockingPoolSize threads of the blocking pool; at least 1. Source: Tokio's
 *     max_blocking_threads, 512
 * @param taskStateWarnBytes bytes of state one task may keep before a warning; not negative.
 *     Source: tokio-console's large-future lint, 1 KiB
 * @param taskStateErrorBytes bytes of state one task may keep before an error; at least the
 *     warning. Source: the size at which Tokio boxes a future, 16 KiB
 * @param spawnBound tasks one loop may start without waiting for any; at least 1. Source: Reactor's
 *     default flatMap concurrency, 256
 * @param copyElements elements an in-line collection may have before a copy of it per item counts;
 *     at least 1. Source: the capacity the JDK gives an empty ArrayList on first use, 10: below it
 *     a copy costs no more than the allocation any list makes
 */
public record Budgets(
    int operationsPerPoll,
    Duration pollTime,
    Duration eventLoopWait,
    Duration boundedWait,
    int blockingPoolSize,
    int taskStateWarnBytes,
    int taskStateErrorBytes,
    int spawnBound,
    int copyElements) {

  /** The documented defaults. */
  public static final Budgets DEFAULT =
      new Budgets(
          128,
          Duration.ofNanos(100_000),
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          512,
          1024,
          16 * 1024,
          256,
          10);

  /**
   * Checks the ranges stated for each component.
   *
   * @throws IllegalArgumentException naming the component that is out of range
   */
  public Budgets {
    atLeast("operationsPerPoll", operationsPerPoll, 1);
    positive("pollTime", pollTime);
    notNegative("eventLoopWait", eventLoopWait);
    notNegative("boundedWait", boundedWait);
    atLeast("blockingPoolSize", blockingPoolSize, 1);
    atLeast("taskStateWarnBytes", taskStateWarnBytes, 0);
    atLeast("taskStateErrorBytes", taskStateErrorBytes, taskStateWarnBytes);
    atLeast("spawnBound", spawnBound, 1);
    atLeast("copyElements", copyElements, 1);
  }

  private static void atLeast(String name, int value, int minimum) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          "budget " + name + " must be at least " + minimum + ", not " + value);
    }
  }

  private static void positive(String name, Duration value) {
    Objects.requireNonNull(value, name);
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("budget " + name + " must be positive, not " + value);
    }
  }

  private static void notNegative(String name, Duration value) {
    Objects.requireNonNull(value, name);
    if (value.isNegative()) {
      throw new IllegalArgumentException("budget " + name + " must not be negative: " + value);
    }
  }
}
