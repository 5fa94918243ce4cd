package dev.asynclint.prove;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Items to be read one after the other, the numbers from 0. It knows which line has read an item,
 * and whether anybody has been done with it since. Safe for use by any thread.
 */
public final class Feed implements Iterator<Integer> {
  private final Evidence evidence;
  private final int items;
  private final Map<Integer, Integer> lines = new HashMap<>();
  private int next;

  Feed(Evidence evidence, int items) {
    this.evidence = evidence;
    this.items = items;
  }

  @Override
  public synchronized boolean hasNext() {
    return next < items;
  }

  @Override
  public synchronized Integer next() {
    if (next >= items) {
      throw new NoSuchElementException();
    }
    int line = evidence.here();
    lines.put(next, line);
    evidence.peak(Meter.AHEAD, line, lines.size());
    return next++;
  }

  /** Says that the program has done with an item what it had to do. */
  public synchronized void done(int item) {
    lines.remove(item);
  }

  synchronized void finish() {
    lines.values().forEach(line -> evidence.add(Meter.LOST, line, 1));
  }
}
