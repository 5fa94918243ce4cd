package dev.asynclint.errorprone.lowering;

import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Unit;
import java.util.ArrayList;
import java.util.List;

/** Finds tokens of a text that trees do not place, past comments and literals. */
final class Tokens {
  private static final String MARK = "asynclint:";

  private final String text;

  Tokens(String text) {
    this.text = text;
  }

  /** Offset of the first such token between two offsets; -1 when there is none. */
  int find(String token, int from, int to) {
    boolean isWord = Character.isJavaIdentifierStart(token.charAt(0));
    int end = Math.min(to, text.length());
    for (int at = Math.max(0, from); at < end; at = next(at)) {
      if (text.startsWith(token, at) && at + token.length() <= end) {
        boolean whole =
            !isWord
                || (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                    && (at + token.length() == text.length()
                        || !Character.isJavaIdentifierPart(text.charAt(at + token.length())));
        if (whole) {
          return at;
        }
      }
    }
    return -1;
  }

  /** Whether a name stands at an offset. */
  boolean stands(String name, int at) {
    int end = at + name.length();
    return at >= 0
        && name.length() > 0
        && text.startsWith(name, at)
        && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
  }

  char at(int offset) {
    return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\0';
  }

  /** Comments that address this tool, in source order. */
  List<Unit.Comment> comments() {
    List<Unit.Comment> found = new ArrayList<>();
    if (!text.contains(MARK)) {
      return found;
    }
    for (int at = 0; at < text.length(); at = next(at)) {
      if (text.startsWith("//", at)) {
        int end = next(at);
        String said = text.substring(at + 2, end).strip();
        if (said.startsWith(MARK)) {
          found.add(new Unit.Comment(said, new Origin(at, end, at)));
        }
      }
    }
    return found;
  }

  /** The offset after the comment, literal or single character that starts here. */
  private int next(int at) {
    char c = text.charAt(at);
    if (c == '/' && text.startsWith("//", at)) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      return end;
    }
    if (c == '/' && text.startsWith("/*", at)) {
      return after("*/", at + 2);
    }
    if (c == '"' && text.startsWith("\"\"\"", at)) {
      return quoted("\"\"\"", at + 3);
    }
    return c == '"' || c == '\'' ? quoted(String.valueOf(c), at + 1) : at + 1;
  }

  private int after(String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }

  private int quoted(String quote, int from) {
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.startsWith(quote, at)) {
        return at + quote.length();
      }
    }
    return text.length();
  }
}
