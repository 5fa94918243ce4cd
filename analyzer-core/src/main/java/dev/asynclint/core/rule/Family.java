package dev.asynclint.core.rule;

/** The families of faults; reports, selectors and SARIF tags use {@link #id()}. */
public enum Family {
  /** Blocking calls on threads that must not block. */
  BLOCKING("blocking"),
  /** Locks, permits and monitors held across waits. */
  LOCKS("locks"),
  /** Work started without a bound. */
  SPAWNING("spawning"),
  /** State kept alive by tasks. */
  CAPTURE("capture"),
  /** Needless copying. */
  COPYING("copying"),
  /** Queues and streams without backpressure. */
  CHANNELS("channels"),
  /** Timeouts, interrupts, cancellation. */
  CANCELLATION("cancellation"),
  /** Executors and pools. */
  RUNTIME("runtime"),
  /** Lost results and failures. */
  FIRE_AND_FORGET("fire-and-forget"),
  /** Expensive allocation per item. */
  ALLOCATION("allocation"),
  /** Processor time on threads that must stay responsive. */
  CPU("cpu");

  private final String id;

  Family(String id) {
    this.id = id;
  }

  /** The stable name scripts rely on. */
  public String id() {
    return id;
  }
}
