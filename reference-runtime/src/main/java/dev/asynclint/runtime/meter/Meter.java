package dev.asynclint.runtime.meter;

/**
 * What can be measured beyond counting, by what it costs. Costs are of one machine of two cores
 * under Java 17 and tell the order of magnitude.
 */
public enum Meter {
  /** How long polls take and how long tasks wait for them; about 50 ns a poll. */
  TIME,

  /** Bytes allocated by polls, exact; about 25 ns a poll. Threads that are virtual count none. */
  BYTES,

  /** Time polls spend on a processor, against time they wait; about 1 microsecond a poll. */
  CPU,

  /**
   * Where tasks are spawned, locks are asked for and channels are made; about 1 microsecond each.
   */
  SITES,

  /** Which line a slow poll is at; a thread that looks every millisecond. */
  STACKS,

  /** What tasks keep while they are suspended; microseconds to milliseconds a suspension. */
  STATE,

  /** Locks of the JDK that are held over a suspension; about 3 milliseconds a suspension. */
  JDK_LOCKS,

  /** Calls that block a thread that polls, by a flight recording without a threshold. */
  BLOCKING,

  /**
   * Which lines allocate, by a flight recording; every allocation with {@code -XX:-UseTLAB}, else a
   * sample.
   */
  ALLOCATION
}
