package dev.asynclint.core.identity;

import java.util.HashMap;
import java.util.Map;

/**
 * The hashes code-scanning services call {@code primaryLocationLineHash}: a rolling hash over the
 * hundred units that start at a line, without spaces and tabs, every line end counted as a line
 * feed; then a colon and how often the hash has come up in the file so far.
 */
public final class LineHashes {
  private static final int WINDOW = 100;
  private static final long FACTOR = 37;
  private static final char END_OF_TEXT = '\uFFFF';
  private static final long LEAVING = power(FACTOR, WINDOW);

  private final char[] window = new char[WINDOW];
  private final int[] lineAt = new int[WINDOW];
  private final Map<Integer, String> hashes = new HashMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();
  private long hash;
  private int at;
  private int line;
  private boolean lineStarts = true;

  private LineHashes() {}

  /** The hash of each line of a text, by line number from 1. */
  public static Map<Integer, String> of(String text) {
    LineHashes rolling = new LineHashes();
    boolean afterReturn = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = afterReturn && c == '\n';
      afterReturn = c == '\r';
      if (c != ' ' && c != '\t' && !pair) {
        rolling.accept(c == '\r' ? '\n' : c);
      }
    }
    rolling.accept(END_OF_TEXT);
    for (int i = 0; i < WINDOW; i++) {
      rolling.roll('\0');
    }
    return rolling.hashes;
  }

  private void accept(char c) {
    int starting = lineStarts ? ++line : 0;
    lineStarts = c == '\n';
    int slot = at;
    roll(c);
    lineAt[slot] = starting;
  }

  /** The line that started a window ago is complete: what is in the window is its hash. */
  private void roll(char c) {
    if (lineAt[at] != 0) {
      hashes.put(lineAt[at], Long.toHexString(hash) + ":" + counts.merge(hash, 1, Integer::sum));
      lineAt[at] = 0;
    }
    hash = FACTOR * hash + c - LEAVING * window[at];
    window[at] = c;
    at = (at + 1) % WINDOW;
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
