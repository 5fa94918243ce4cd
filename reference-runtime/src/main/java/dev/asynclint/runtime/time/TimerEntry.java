package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One timer, part of what waits for it. Guarded by the lock of the {@link TimerShard} it is in,
 * except that whoever waits may ask without it whether the timer has fired.
 */
class TimerEntry {
  /** Not in the wheel. */
  static final int OUT = -1;

  /** Expired; what waits has been told or is about to be. */
  static final int FIRED = -2;

  private static final VarHandle PLACE;

  static {
    try {
      PLACE = MethodHandles.lookup().findVarHandle(TimerEntry.class, "place", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Tick at which it is due. */
  long when;

  /** Part of the list it is in; null in none. */
  TimerList.Chunk chunk;

  /** Where in that part, or why in none. Written without a fence: see {@link #place(int)}. */
  private int place = OUT;

  Waker waker = Waker.NONE;

  /** Whether it has expired; safe for any thread. */
  final boolean fired() {
    return place() == FIRED;
  }

  final int place() {
    return (int) PLACE.getAcquire(this);
  }

  /** What was written before is seen by whoever sees the place. */
  final void place(int place) {
    PLACE.setRelease(this, place);
  }
}
