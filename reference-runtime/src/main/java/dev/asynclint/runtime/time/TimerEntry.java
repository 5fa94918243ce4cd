package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.Waker;

/**
 * One timer, part of what waits for it; node of the list of a slot. Guarded by the lock of the
 * {@link Timers} it is in.
 */
class TimerEntry {
  /** Not in the wheel. */
  static final int OUT = -1;

  /** Expired, about to be fired. */
  static final int DUE = -2;

  /** Tick at which it is due. */
  long when;

  int level = OUT;
  int slot;
  TimerEntry previous;
  TimerEntry next;
  Waker waker = Waker.NONE;

  /** Set before the waker is called. */
  volatile boolean fired;
}
