package dev.asynclint.core.suppress;

import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import java.util.List;

/** Takes a statement out of a text, and with the last one what held it. */
final class Removal {
  private Removal() {}

  /** The edit for one statement. */
  static Finding.Fix of(Mark mark, String file, String text) {
    int[] range = mark.comment() ? inComment(mark, text) : inAnnotation(mark, text);
    return new Finding.Fix(
        "Remove what ignores nothing",
        FixSafety.SAFE,
        List.of(new Finding.Edit(file, range[0], range[1], "")));
  }

  /** One of several names with its comma; the only one with the whole comment. */
  private static int[] inComment(Mark mark, String text) {
    int after = skip(text, mark.end(), " \t,");
    boolean more = !text.startsWith("--", after);
    int before = back(text, mark.start(), " \t,");
    boolean first = text.startsWith("ignore", before - "ignore".length());
    if (more) {
      return new int[] {mark.start(), after};
    }
    return first ? comment(mark, text) : new int[] {before, mark.end()};
  }

  /** The comment and the space before it; where nothing else is there, the line. */
  private static int[] comment(Mark mark, String text) {
    int start = text.lastIndexOf("//", mark.start());
    int before = back(text, start, " \t");
    int end = mark.end();
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    boolean alone = before == 0 || text.charAt(before - 1) == '\n';
    return new int[] {before, alone ? lineBreak(text, end) : end};
  }

  /** One of several texts with its comma; the only one with the whole annotation. */
  private static int[] inAnnotation(Mark mark, String text) {
    int after = skip(text, mark.end(), " \t\r\n");
    int before = back(text, mark.start(), " \t\r\n");
    if (text.startsWith(",", after)) {
      return new int[] {mark.start(), skip(text, after + 1, " \t\r\n")};
    }
    if (before > 0 && text.charAt(before - 1) == ',') {
      return new int[] {back(text, before - 1, " \t\r\n"), mark.end()};
    }
    int end = skip(text, skip(text, after, "}"), " \t\r\n");
    int close = text.startsWith(")", end) ? end + 1 : end;
    int start = back(text, mark.from(), " \t");
    boolean ownLine = start == 0 || text.charAt(start - 1) == '\n';
    boolean endsLine = lineBreak(text, skip(text, close, " \t")) > skip(text, close, " \t");
    return ownLine && endsLine
        ? new int[] {start, lineBreak(text, skip(text, close, " \t"))}
        : new int[] {mark.from(), skip(text, close, " \t\r\n")};
  }

  private static int lineBreak(String text, int at) {
    return text.startsWith("\r\n", at) ? at + 2 : text.startsWith("\n", at) ? at + 1 : at;
  }

  private static int skip(String text, int from, String over) {
    int at = from;
    while (at < text.length() && over.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int back(String text, int from, String over) {
    int at = from;
    while (at > 0 && over.indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }
}
