package dev.asynclint.javaparser;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import dev.asynclint.core.ir.LineMap;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line what the parser says in many. */
final class SyntaxErrors {
  private static final Pattern FOUND =
      Pattern.compile("Found:? *(<EOF>|\"((?:[^\"\\\\]|\\\\.)*)\")");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");
  private static final Pattern LEXICAL = Pattern.compile("^Lexical error");

  /** A list of what could stand here is worth telling only while it is short. */
  private static final int MOST_EXPECTED = 3;

  private static final int LONGEST = 160;

  private SyntaxErrors() {}

  /** The first of some problems as a problem of a file. */
  static dev.asynclint.core.engine.Problem first(
      String file, LineMap lines, String text, List<Problem> problems) {
    Problem first = first(lines, text.length(), problems);
    int offset = Math.min(offset(lines, text.length(), first), text.length());
    return new dev.asynclint.core.engine.Problem(
        file,
        lines.line(offset),
        lines.column(offset),
        message(first),
        dev.asynclint.core.engine.Problem.Kind.SYNTAX);
  }

  /** Offset of the token the parser first stumbled over; the length of the text for its end. */
  static int offset(LineMap lines, int length, List<Problem> problems) {
    return offset(lines, length, first(lines, length, problems));
  }

  private static Problem first(LineMap lines, int length, List<Problem> problems) {
    return problems.stream()
        .min(Comparator.comparingInt(problem -> offset(lines, length, problem)))
        .orElseThrow();
  }

  private static int offset(LineMap lines, int length, Problem problem) {
    Matcher place = PLACE.matcher(problem.getMessage());
    if (place.find()) {
      int line = Integer.parseInt(place.group(1));
      int column = Integer.parseInt(place.group(2));
      return offset(lines, length, line, column);
    }
    JavaToken token = problem.getLocation().map(TokenRange::getBegin).orElse(null);
    boolean behind = FOUND.matcher(problem.getMessage()).find();
    if (token != null && behind) {
      // The parser names the last token it could use; the one it could not use comes next.
      token = token.getNextToken().orElse(null);
      while (token != null && token.getCategory().isWhitespaceOrComment()) {
        token = token.getNextToken().orElse(null);
      }
    }
    Position begin = token == null ? null : token.getRange().map(range -> range.begin).orElse(null);
    return begin == null ? length : offset(lines, length, begin.line, begin.column);
  }

  private static int offset(LineMap lines, int length, int line, int column) {
    return line < 1 || line > lines.lines()
        ? length
        : Math.min(length, lines.start(line) + Math.max(1, column) - 1);
  }

  private static String message(Problem problem) {
    String text = problem.getMessage();
    if (LEXICAL.matcher(text).find()) {
      return "not Java: an illegal character, or a literal or comment that never ends";
    }
    Matcher found = FOUND.matcher(text);
    if (!found.find()) {
      return shorten(text.lines().findFirst().orElse(text));
    }
    boolean end = found.group(2) == null || found.group(2).isEmpty();
    String seen = end ? "the end of the file" : quote(found.group(2));
    Set<String> expected = new TreeSet<>();
    Matcher quoted = QUOTED.matcher(text.substring(found.end()));
    while (quoted.find()) {
      expected.add(quoted.group(1));
    }
    boolean endsExpression =
        expected.contains(";") && expected.stream().noneMatch(t -> t.matches("[a-z@{(!~]+"));
    if (endsExpression) {
      return "expected ';' but found " + seen;
    }
    if (expected.isEmpty() || expected.size() > MOST_EXPECTED) {
      return end ? "the file ends in the middle of something" : "unexpected " + seen;
    }
    List<String> names = expected.stream().map(SyntaxErrors::quote).toList();
    return shorten("expected " + String.join(" or ", names) + " but found " + seen);
  }

  private static String quote(String token) {
    return "'" + token.replace("\\\"", "\"").replace("\\\\", "\\") + "'";
  }

  private static String shorten(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
