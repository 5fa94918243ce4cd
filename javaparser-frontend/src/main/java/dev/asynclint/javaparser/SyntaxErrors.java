package dev.asynclint.javaparser;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line what the parser says in many. */
final class SyntaxErrors {
  private static final Pattern FOUND =
      Pattern.compile("(?:Encountered unexpected token|Found): *\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern EXPECTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern LEXICAL =
      Pattern.compile("Lexical error at line (\\d+), column (\\d+)");
  private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");
  private static final int LONGEST = 160;

  private SyntaxErrors() {}

  /** The first of some problems as a problem of a file. */
  static dev.asynclint.core.engine.Problem first(String file, List<Problem> problems) {
    Problem first =
        problems.stream()
            .min(Comparator.comparingInt(SyntaxErrors::line).thenComparingInt(SyntaxErrors::column))
            .orElseThrow();
    return new dev.asynclint.core.engine.Problem(
        file,
        line(first),
        column(first),
        message(first),
        dev.asynclint.core.engine.Problem.Kind.SYNTAX);
  }

  private static int line(Problem problem) {
    return place(problem, 1);
  }

  private static int column(Problem problem) {
    return place(problem, 2);
  }

  private static int place(Problem problem, int group) {
    Matcher place = PLACE.matcher(problem.getMessage());
    if (place.find()) {
      return Integer.parseInt(place.group(group));
    }
    return problem
        .getLocation()
        .map(TokenRange::getBegin)
        .flatMap(JavaToken::getRange)
        .map((Range range) -> group == 1 ? range.begin.line : range.begin.column)
        .orElse(0);
  }

  private static String message(Problem problem) {
    String text = problem.getMessage();
    if (LEXICAL.matcher(text).find()) {
      return "character or literal that is not Java, or a comment or text block that never ends";
    }
    Matcher found = FOUND.matcher(text);
    if (!found.find()) {
      return shorten(text.lines().findFirst().orElse(text));
    }
    String token = found.group(1);
    String seen = token.equals("<EOF>") || token.isEmpty() ? "the end of the file" : quote(token);
    String rest = text.substring(found.end());
    int list = rest.indexOf("expecting");
    Matcher expected = EXPECTED.matcher(list < 0 ? "" : rest.substring(list));
    String only = expected.find() ? expected.group(1) : null;
    if (only == null || expected.find()) {
      return shorten("unexpected " + seen);
    }
    return shorten("expected " + quote(only) + " but found " + seen);
  }

  private static String quote(String token) {
    return "'" + token.replace("\\\"", "\"").replace("\\\\", "\\") + "'";
  }

  private static String shorten(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
