package dev.asynclint.core.ir;

import java.util.Arrays;
import java.util.function.Supplier;

/** Turns offsets of one file into lines and columns, both from 1. A tab counts as one column. */
public final class LineMap {
  private final Supplier<? extends CharSequence> text;

  /** Set more than once by several threads, always to the same. */
  private volatile int[] starts;

  private LineMap(Supplier<? extends CharSequence> text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /** Reads the line ends (LF, CRLF or CR) of a text. */
  public static LineMap of(CharSequence text) {
    return new LineMap(null, read(text));
  }

  /**
   * The same of a text that is kept elsewhere, read when a line is first asked for.
   *
   * @param text gives the same text each time, from any thread
   */
  public static LineMap later(Supplier<? extends CharSequence> text) {
    return new LineMap(text, null);
  }

  private int[] starts() {
    int[] known = starts;
    if (known == null) {
      known = read(text.get());
      starts = known;
    }
    return known;
  }

  private static int[] read(CharSequence text) {
    int[] starts = new int[64];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  /** The line that holds an offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an offset within its line. */
  public int column(int offset) {
    return offset - starts()[line(offset) - 1] + 1;
  }

  /** The offset at which a line starts. */
  public int start(int line) {
    return starts()[line - 1];
  }

  /** How many lines the text has; a text without a line end has one. */
  public int lines() {
    return starts().length;
  }
}
