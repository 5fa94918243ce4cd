package dev.asynclint.runtime.time;

/**
 * A hierarchical timing wheel: six levels of 64 slots, the lowest of one tick each, every other of
 * the whole level below. Arming and disarming cost the same however many timers there are. A timer
 * beyond the range (2^36 ticks) waits in the top level and is put in again when its slot comes.
 *
 * <p>Not safe for use by several threads.
 */
final class Wheel {
  private static final int BITS = 6;
  private static final int SLOTS = 1 << BITS;
  private static final int LEVELS = 6;
  private static final int PAD = 8;
  private static final long RANGE = 1L << (BITS * LEVELS);

  private final TimerList[] slots = new TimerList[LEVELS * SLOTS];

  /** A bit for each slot that has timers; with room around, as every timer writes to it. */
  private final long[] occupied = new long[PAD + LEVELS + PAD];

  private final TimerList due = new TimerList(-1, 0);
  private long elapsed;

  /** A wheel at tick 0. */
  Wheel() {
    for (int level = 0; level < LEVELS; level++) {
      for (int slot = 0; slot < SLOTS; slot++) {
        slots[index(level, slot)] = new TimerList(level, slot);
      }
    }
  }

  private static int index(int level, int slot) {
    return level << BITS | slot;
  }

  /** Whether the timer was put in; false when it is due already. */
  boolean insert(TimerEntry entry) {
    if (entry.when <= elapsed) {
      return false;
    }
    put(entry);
    return true;
  }

  private void put(TimerEntry entry) {
    int level = level(elapsed, entry.when);
    int slot = (int) (entry.when >>> (level * BITS)) & (SLOTS - 1);
    slots[index(level, slot)].add(entry);
    occupied[PAD + level] |= 1L << slot;
  }

  /** The level of the highest bit group in which the two differ. */
  private static int level(long elapsed, long when) {
    long differing = Math.min((elapsed ^ when) | (SLOTS - 1), RANGE - 1);
    return (63 - Long.numberOfLeadingZeros(differing)) / BITS;
  }

  /** Takes a timer out that is in. */
  void remove(TimerEntry entry) {
    TimerList list = TimerList.remove(entry);
    entry.place(TimerEntry.OUT);
    if (list != null && list != due) {
      occupied[PAD + list.level] &= ~(1L << list.slot);
    }
  }

  /**
   * Takes out the next timer that is due at a tick; null when none is left, and the tick is now.
   * The caller writes that it has fired.
   */
  TimerEntry poll(long now) {
    for (; ; ) {
      TimerEntry entry = due.poll();
      if (entry != null) {
        return entry;
      }
      int level = lowest();
      if (level < 0 || start(level) > now) {
        elapsed = Math.max(elapsed, now);
        return null;
      }
      open(level, start(level));
    }
  }

  /** Moves the timers of a slot whose time has come one level down, or out. */
  private void open(int level, long deadline) {
    int slot = slot(level);
    TimerList list = slots[index(level, slot)];
    occupied[PAD + level] &= ~(1L << slot);
    elapsed = deadline;
    // By count: from the top level a timer can come back to the same list.
    for (int left = list.size(); left > 0; left--) {
      TimerEntry entry = list.poll();
      if (entry.when <= deadline) {
        due.add(entry);
      } else {
        put(entry);
      }
    }
  }

  /** The earliest tick at which there is something to do; {@link Long#MAX_VALUE} for never. */
  long next() {
    if (!due.isEmpty()) {
      return elapsed;
    }
    int level = lowest();
    return level < 0 ? Long.MAX_VALUE : start(level);
  }

  /** The lowest level with timers: all of its timers come before those of the levels above. */
  private int lowest() {
    for (int level = 0; level < LEVELS; level++) {
      if (occupied[PAD + level] != 0) {
        return level;
      }
    }
    return -1;
  }

  /**
   * The next slot of a level that has timers, going round from the one behind the present: in that
   * one there are only timers of the top level that are a whole round away.
   */
  private int slot(int level) {
    int from = ((int) (elapsed >>> (level * BITS)) + 1) & (SLOTS - 1);
    return (Long.numberOfTrailingZeros(Long.rotateRight(occupied[PAD + level], from)) + from)
        & (SLOTS - 1);
  }

  /** The tick at which that slot begins. */
  private long start(int level) {
    long range = 1L << (level * BITS);
    long whole = range << BITS;
    long start = elapsed - (elapsed & (whole - 1)) + slot(level) * range;
    // Only in the top level: a timer beyond the range lies behind the present slot.
    return start <= elapsed ? start + whole : start;
  }
}
