package dev.asynclint.core.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One line of an ignore file, or a pattern in its language.
 *
 * @param glob matches a path relative to the folder of the file, with {@code /}, or a name
 * @param anchored whether it is paths that are matched, not names at any depth
 * @param negated whether a match takes an earlier one back
 * @param directoryOnly whether plain files never match
 */
public record PathPattern(Pattern glob, boolean anchored, boolean negated, boolean directoryOnly) {

  /** Reads a line; empty for blank lines, comments, and patterns that cannot match anything. */
  public static Optional<PathPattern> parse(String line) {
    String text = withoutTrailingSpaces(line);
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    boolean negated = text.startsWith("!");
    if (negated) {
      text = text.substring(1);
    }
    boolean directoryOnly = text.endsWith("/");
    if (directoryOnly) {
      text = text.substring(0, text.length() - 1);
    }
    boolean anchored = text.indexOf('/') >= 0;
    if (text.startsWith("/")) {
      text = text.substring(1);
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Pattern glob = Pattern.compile(regex(text), Pattern.DOTALL);
      return Optional.of(new PathPattern(glob, anchored, negated, directoryOnly));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether it matches one file or directory, by its relative path or its name. */
  public boolean matches(String relative, String name, boolean directory) {
    return (directory || !directoryOnly) && glob.matcher(anchored ? relative : name).matches();
  }

  /** Whether it matches a file or a directory the file is in. */
  boolean covers(Path relative) {
    for (int length = 1; length <= relative.getNameCount(); length++) {
      Path part = relative.subpath(0, length);
      String path = part.toString().replace('\\', '/');
      boolean directory = length < relative.getNameCount();
      if (matches(path, part.getFileName().toString(), directory)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutTrailingSpaces(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
      end--;
    }
    return line.substring(0, end);
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < glob.length()) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
        regex.append("(?:.*/)?");
        i += 3;
      } else if (glob.startsWith("**", i) && i + 2 == glob.length()) {
        regex.append(".*");
        i += 2;
      } else if (c == '*') {
        regex.append("[^/]*");
        i++;
      } else if (c == '?') {
        regex.append("[^/]");
        i++;
      } else if (c == '[' && classEnd(glob, i) > 0) {
        int end = classEnd(glob, i);
        regex.append("(?!/)").append(characterClass(glob.substring(i + 1, end)));
        i = end + 1;
      } else {
        if (c == '\\' && i + 1 < glob.length()) {
          c = glob.charAt(++i);
        }
        regex.append(Pattern.quote(String.valueOf(c)));
        i++;
      }
    }
    return regex.toString();
  }

  /** A closing bracket directly after the opening one, or after its negation, is a member. */
  private static int classEnd(String glob, int open) {
    int from = open + 1;
    if (from < glob.length() && (glob.charAt(from) == '!' || glob.charAt(from) == '^')) {
      from++;
    }
    return glob.indexOf(']', from + 1);
  }

  private static String characterClass(String body) {
    boolean inverted = body.startsWith("!") || body.startsWith("^");
    String members = (inverted ? body.substring(1) : body).replaceAll("([\\[\\]&^])", "\\\\$1");
    return (inverted ? "[^" : "[") + members + "]";
  }
}
