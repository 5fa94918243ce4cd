package dev.asynclint.core.rule;

import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Origin;

/**
 * A place in a file; lines and columns from 1, the end column exclusive.
 *
 * @param start offset of the first UTF-16 unit
 * @param end offset after the last
 */
public record Location(
    String file, int start, int end, int startLine, int startColumn, int endLine, int endColumn)
    implements Comparable<Location> {

  /** The name token of an element: {@code length} units from its anchor. */
  public static Location anchor(String file, LineMap lines, Origin origin, int length) {
    return range(file, lines, origin.anchor(), origin.anchor() + Math.max(length, 1));
  }

  /** Any range of a file. */
  public static Location range(String file, LineMap lines, int start, int end) {
    return new Location(
        file,
        start,
        end,
        lines.line(start),
        lines.column(start),
        lines.line(end),
        lines.column(end));
  }

  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
