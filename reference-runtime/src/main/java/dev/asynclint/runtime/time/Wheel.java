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
  private static final long RANGE = 1L << (BITS * LEVELS);

  private final TimerList[][] slots = new TimerList[LEVELS][SLOTS];
  private final long[] occupied = new long[LEVELS];
  private final TimerList due = new TimerList();
  private long elapsed;

  /** A wheel at tick 0. */
  Wheel() {
    for (TimerList[] level : slots) {
      for (int i = 0; i < SLOTS; i++) {
        level[i] = new TimerList();
      }
    }
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
    entry.level = level;
    entry.slot = slot;
    slots[level][slot].add(entry);
    occupied[level] |= 1L << slot;
  }

  /** The level of the highest bit group in which the two differ. */
  private static int level(long elapsed, long when) {
    long differing = Math.min((elapsed ^ when) | (SLOTS - 1), RANGE - 1);
    return (63 - Long.numberOfLeadingZeros(differing)) / BITS;
  }

  /** Takes a timer out; nothing happens to one that is not in. */
  void remove(TimerEntry entry) {
    if (entry.level == TimerEntry.DUE) {
      due.remove(entry);
    } else if (entry.level != TimerEntry.OUT) {
      TimerList list = slots[entry.level][entry.slot];
      list.remove(entry);
      if (list.isEmpty()) {
        occupied[entry.level] &= ~(1L << entry.slot);
      }
    }
    entry.level = TimerEntry.OUT;
  }

  /**
   * Takes out the next timer that is due at a tick; null when none is left, and the tick is now.
   */
  TimerEntry poll(long now) {
    for (; ; ) {
      TimerEntry entry = due.poll();
      if (entry != null) {
        entry.level = TimerEntry.OUT;
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
    TimerList list = slots[level][slot];
    occupied[level] &= ~(1L << slot);
    elapsed = deadline;
    TimerList later = new TimerList();
    for (TimerEntry entry = list.poll(); entry != null; entry = list.poll()) {
      if (entry.when <= deadline) {
        entry.level = TimerEntry.DUE;
        due.add(entry);
      } else {
        later.add(entry);
      }
    }
    for (TimerEntry entry = later.poll(); entry != null; entry = later.poll()) {
      put(entry);
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
      if (occupied[level] != 0) {
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
    return (Long.numberOfTrailingZeros(Long.rotateRight(occupied[level], from)) + from)
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
