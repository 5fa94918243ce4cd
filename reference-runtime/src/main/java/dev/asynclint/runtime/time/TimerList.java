package dev.asynclint.runtime.time;

/**
 * Timers in the order they came, in chunks. Not linked through one another: putting one in or
 * taking one out then writes no reference to a young object into an old one, for which collectors
 * ask a fence each time, and touches no neighbour.
 */
final class TimerList {
  private static final int FIRST_CHUNK = 4;
  private static final int MOST_IN_CHUNK = 64;

  /** Level of the wheel the list is in; -1 for none. */
  final int level;

  /** Slot of that level. */
  final int slot;

  private Chunk first;
  private Chunk last;

  /** A part of a list; places that were given up are not used again before it is empty. */
  static final class Chunk {
    private final TimerEntry[] entries;
    private final TimerList list;
    private Chunk previous;
    private Chunk next;

    /** All places before are empty. */
    private int from;

    /** All places from here on are empty. */
    private int to;

    private int size;

    private Chunk(TimerList list, int places) {
      this.list = list;
      this.entries = new TimerEntry[places];
    }

    int level() {
      return list.level;
    }
  }

  TimerList(int level, int slot) {
    this.level = level;
    this.slot = slot;
  }

  /** Chunks are given up when they are empty, except for the last. */
  boolean isEmpty() {
    return first == last && (first == null || first.size == 0);
  }

  /** How many there are, counted by chunk. */
  int size() {
    int all = 0;
    for (Chunk chunk = first; chunk != null; chunk = chunk.next) {
      all += chunk.size;
    }
    return all;
  }

  void add(TimerEntry entry) {
    Chunk chunk = last;
    if (chunk == null || chunk.to == chunk.entries.length) {
      chunk = grow();
    }
    int place = chunk.to++;
    chunk.entries[place] = entry;
    chunk.size++;
    entry.chunk = chunk;
    entry.place(place);
  }

  private Chunk grow() {
    Chunk before = last;
    int places = before == null ? FIRST_CHUNK : Math.min(MOST_IN_CHUNK, 2 * before.entries.length);
    Chunk chunk = new Chunk(this, places);
    if (before == null) {
      first = chunk;
    } else {
      chunk.previous = before;
      before.next = chunk;
    }
    last = chunk;
    return chunk;
  }

  /** Takes out the first; null when there is none. */
  TimerEntry poll() {
    if (isEmpty()) {
      return null;
    }
    Chunk chunk = first;
    while (chunk.entries[chunk.from] == null) {
      chunk.from++;
    }
    TimerEntry entry = chunk.entries[chunk.from];
    remove(entry);
    return entry;
  }

  /**
   * Takes a timer out of the list it is in; it must be in one. Its place stays written: who asks
   * without the lock must not see it out while it only changes lists.
   *
   * @return the list when it is empty now, else null
   */
  static TimerList remove(TimerEntry entry) {
    Chunk chunk = entry.chunk;
    chunk.entries[entry.place()] = null;
    return --chunk.size == 0 ? chunk.list.emptied(chunk) : null;
  }

  /** The last chunk stays: a timer armed and soon disarmed must not cost a chunk each time. */
  private TimerList emptied(Chunk chunk) {
    chunk.from = 0;
    chunk.to = 0;
    if (chunk != last) {
      chunk.next.previous = chunk.previous;
      if (chunk.previous == null) {
        first = chunk.next;
      } else {
        chunk.previous.next = chunk.next;
      }
    }
    return isEmpty() ? this : null;
  }
}
