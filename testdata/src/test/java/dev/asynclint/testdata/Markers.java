package dev.asynclint.testdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the trailing markers of a source text: {@code // expect: rule-id[, rule-id]}, {@code //
 * expect-todo: rule-id} and {@code // fact: claim}; one comment may hold several, each behind its
 * own slashes.
 *
 * <p>Strict: a comment that resembles a marker and is none is an error, so that a slip of the pen
 * cannot turn into a test that checks nothing.
 */
final class Markers {
  private static final Pattern RULE_ID = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern MARKER = Pattern.compile("([a-z-]+): (.*)");
  private static final Pattern RESEMBLES =
      Pattern.compile("(expect|fact|exspect|todo-expect)[a-z-]*\\s*:?.*", Pattern.DOTALL);

  private Markers() {}

  /**
   * The markers of a text, in order.
   *
   * @param name for messages
   * @throws IllegalArgumentException naming every line whose marker is malformed
   */
  static List<Marker> parse(String name, String text) {
    List<Marker> markers = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = commentStart(line);
      if (comment < 0) {
        continue;
      }
      boolean trails = !line.substring(0, comment).isBlank();
      for (String part : line.substring(comment + 2).split("//")) {
        if (RESEMBLES.matcher(part.strip().toLowerCase(Locale.ROOT)).matches()) {
          Optional<String> error = read(part, i + 1, trails, markers);
          int number = i + 1;
          error.ifPresent(e -> errors.add(name + ":" + number + ": " + e));
        }
      }
    }
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", errors));
    }
    return markers;
  }

  private static Optional<String> read(String part, int line, boolean trails, List<Marker> out) {
    if (!trails) {
      return Optional.of("a marker trails the code it speaks of; this one stands alone");
    }
    Matcher marker = MARKER.matcher(part.strip());
    if (!part.startsWith(" ") || !marker.matches()) {
      return Optional.of("write '// expect: rule-id', not '//" + part + "'");
    }
    for (Marker.Kind kind : Marker.Kind.values()) {
      if (!kind.word().equals(marker.group(1))) {
        continue;
      }
      String value = marker.group(2).strip();
      if (kind == Marker.Kind.FACT) {
        out.add(new Marker(line, kind, value));
        return Optional.empty();
      }
      for (String id : value.split(", ")) {
        if (!RULE_ID.matcher(id).matches()) {
          return Optional.of("'" + id + "' is not a rule id");
        }
        out.add(new Marker(line, kind, id));
      }
      return Optional.empty();
    }
    return Optional.of("unknown marker '" + marker.group(1) + "'");
  }

  /** Where the line comment starts outside string and character literals, or -1. */
  private static int commentStart(String line) {
    char quote = 0;
    for (int i = 0; i < line.length() - 1; i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '/' && line.charAt(i + 1) == '/') {
        return i;
      }
    }
    return -1;
  }
}
