package dev.asynclint.runtime.time;

/** What an interval does about ticks that nobody took in time. */
public enum MissedTick {
  /** Gives them one after the other, at once. */
  BURST,
  /** Forgets them and goes on a period after the late one was taken. */
  DELAY,
  /** Forgets them and keeps to multiples of the period. */
  SKIP
}
