package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.SafeText;

/** Text as a terminal lays it out: tabs stop every four cells, East Asian letters take two. */
final class Columns {
  private static final int TAB = 4;

  private Columns() {}

  /** Cells the units before {@code end} take at the start of a line. */
  static int width(String line, int end) {
    return expand(line.substring(0, Math.min(end, line.length()))).cells();
  }

  /** The line with tabs as spaces and without control characters, which could move the cursor. */
  static String printable(String line) {
    return expand(line).text();
  }

  private static Laid expand(String line) {
    StringBuilder text = new StringBuilder();
    int cells = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int point = line.codePointAt(i);
      if (point == '\t') {
        int stop = TAB - cells % TAB;
        text.append(" ".repeat(stop));
        cells += stop;
      } else if (SafeText.isUnsafe(point)) {
        text.append('\uFFFD');
        cells++;
      } else {
        text.appendCodePoint(point);
        cells += cells(point);
      }
    }
    return new Laid(text.toString(), cells);
  }

  private record Laid(String text, int cells) {}

  private static int cells(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  /** The blocks Unicode's annex 11 calls wide, coarsely. */
  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point >= 0x1F300 && point <= 0x1F64F)
        || (point >= 0x1F900 && point <= 0x1F9FF)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }
}
