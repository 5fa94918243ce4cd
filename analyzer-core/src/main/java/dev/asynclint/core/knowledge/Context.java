package dev.asynclint.core.knowledge;

import java.util.Arrays;
import java.util.Optional;

/** The kind of thread a piece of code runs on. */
public enum Context {
  /** One of few threads that each serve many connections or chains. Must not block. */
  EVENT_LOOP("event-loop", "event loop"),
  /** One of as many threads as there are cores, shared by computations. Must not block. */
  CPU_POOL("cpu-pool", "CPU pool"),
  /**
   * A pool with a fixed number of threads; blocking is allowed, waiting for its own tasks is not.
   */
  BOUNDED_POOL("bounded-pool", "bounded pool"),
  /** A pool made for blocking work. */
  BLOCKING_POOL("blocking-pool", "blocking pool"),
  /** A virtual thread: blocking is cheap, processor time is not. */
  VIRTUAL_THREAD("virtual-thread", "virtual thread"),
  /** A platform thread of its own. */
  DEDICATED_THREAD("dedicated-thread", "dedicated thread"),
  /** Whatever thread calls. */
  CALLER("caller", "caller's thread"),
  /** Not known. */
  UNKNOWN("unknown", "unknown thread");

  private final String id;
  private final String display;

  Context(String id, String display) {
    this.id = id;
    this.display = display;
  }

  /** The name in knowledge files. */
  public String id() {
    return id;
  }

  /** The name in messages, without an article. */
  public String display() {
    return display;
  }

  /** Whether a thread of this kind stalls others when it blocks. */
  public boolean mustNotBlock() {
    return this == EVENT_LOOP || this == CPU_POOL;
  }

  /** Whether blocking is what threads of this kind are for. */
  public boolean mayBlock() {
    return this == BOUNDED_POOL
        || this == BLOCKING_POOL
        || this == VIRTUAL_THREAD
        || this == DEDICATED_THREAD;
  }

  /** The context of that name in knowledge files. */
  public static Optional<Context> byId(String id) {
    return Arrays.stream(values()).filter(context -> context.id.equals(id)).findFirst();
  }
}
