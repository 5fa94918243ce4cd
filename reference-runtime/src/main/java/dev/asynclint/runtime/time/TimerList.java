package dev.asynclint.runtime.time;

/** A list of timers in the order they came, linked through them. */
final class TimerList {
  private TimerEntry first;
  private TimerEntry last;

  boolean isEmpty() {
    return first == null;
  }

  void add(TimerEntry entry) {
    entry.previous = last;
    entry.next = null;
    if (last == null) {
      first = entry;
    } else {
      last.next = entry;
    }
    last = entry;
  }

  TimerEntry poll() {
    TimerEntry entry = first;
    if (entry != null) {
      remove(entry);
    }
    return entry;
  }

  void remove(TimerEntry entry) {
    if (entry.previous == null) {
      first = entry.next;
    } else {
      entry.previous.next = entry.next;
    }
    if (entry.next == null) {
      last = entry.previous;
    } else {
      entry.next.previous = entry.previous;
    }
    entry.previous = null;
    entry.next = null;
  }
}
