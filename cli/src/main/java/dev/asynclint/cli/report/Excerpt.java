package dev.asynclint.cli.report;

import dev.asynclint.core.rule.Location;

/**
 * One source line and where to underline it.
 *
 * @param text printable
 * @param indent cells before the underline
 * @param length cells of the underline, at least 1
 */
record Excerpt(String text, int indent, int length) {
  private static final int MOST_CELLS = 140;
  private static final int BEFORE = 50;
  private static final String CUT = "…";

  /** The line a location starts on; a location of several lines is underlined to its end. */
  static Excerpt of(String line, Location location) {
    int start = Math.min(location.startColumn() - 1, line.length());
    int end =
        location.endLine() == location.startLine()
            ? Math.min(location.endColumn() - 1, line.length())
            : line.length();
    int from = 0;
    String head = "";
    if (Columns.width(line, line.length()) > MOST_CELLS && start > BEFORE) {
      from = boundary(line, start - BEFORE);
      head = CUT;
    }
    String shown = line.substring(from);
    boolean cut = Columns.width(shown, shown.length()) > MOST_CELLS;
    if (cut) {
      shown = shown.substring(0, boundary(shown, MOST_CELLS));
    }
    int last = Math.max(Math.min(end - from, shown.length()), 0);
    int indent = Columns.width(shown, start - from);
    int length = Columns.width(shown, last) - indent;
    return new Excerpt(
        (head + Columns.printable(shown) + (cut ? CUT : "")).stripTrailing(),
        head.length() + indent,
        Math.max(length, 1));
  }

  /** Never between the halves of a pair. */
  private static int boundary(String line, int at) {
    int index = Math.min(at, line.length());
    boolean within =
        index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index));
    return within ? index - 1 : index;
  }
}
