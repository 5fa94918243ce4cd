package dev.asynclint.javaparser.resolve;

/**
 * Cuts Java text into tokens, just finely enough to read declarations: comments are skipped,
 * literals are opaque, every operator is one character, so that {@code >>} closes two type argument
 * lists.
 *
 * <p>Never fails: text that is not Java gives tokens that are not Java. Not safe for several
 * threads.
 */
final class Lexer {
  /** After the last token. */
  static final char EOF = 0;

  /** An identifier or keyword. */
  static final char WORD = 'w';

  /** A number, string, text block or character. */
  static final char LITERAL = 'l';

  private final String text;
  private final int end;
  private int pos;

  /** The current token: one of the constants, or the character of an operator or bracket. */
  char kind;

  /** Where the current token starts. */
  int start;

  /** Where the token before the current one ended. */
  int previousEnd;

  Lexer(String text, int from, int to) {
    this.text = text;
    this.end = Math.min(to, text.length());
    this.pos = from;
    this.previousEnd = from;
    next();
  }

  /** Whether the current token is this word. */
  boolean is(String word) {
    return kind == WORD && pos - start == word.length() && text.startsWith(word, start);
  }

  /** The text of the current token. */
  String word() {
    return text.substring(start, pos);
  }

  /** Text between two offsets. */
  String text(int from, int to) {
    return text.substring(from, to);
  }

  /** Goes back to a token by its {@link #start}. */
  void reset(int start) {
    pos = start;
    next();
  }

  /** Moves on and tells whether the token passed was of this kind; stays put when not. */
  boolean take(char expected) {
    if (kind != expected) {
      return false;
    }
    next();
    return true;
  }

  /** Like {@link #take(char)} for a word. */
  boolean take(String word) {
    if (!is(word)) {
      return false;
    }
    next();
    return true;
  }

  /** Moves to the next token. */
  void next() {
    previousEnd = pos;
    skipBlanks();
    start = pos;
    if (pos >= end) {
      kind = EOF;
      return;
    }
    char c = text.charAt(pos);
    if (Character.isJavaIdentifierStart(c)) {
      do {
        pos++;
      } while (pos < end && Character.isJavaIdentifierPart(text.charAt(pos)));
      kind = WORD;
    } else if (c >= '0' && c <= '9') {
      number();
    } else if (c == '"') {
      string();
    } else if (c == '\'') {
      quoted('\'');
    } else {
      pos++;
      kind = c;
    }
  }

  /** With the current token an opening bracket, moves behind the bracket that closes it. */
  void skipBalanced() {
    char open = kind;
    char close = open == '{' ? '}' : open == '(' ? ')' : ']';
    int depth = 0;
    while (kind != EOF) {
      if (kind == open) {
        depth++;
      } else if (kind == close && --depth == 0) {
        next();
        return;
      }
      next();
    }
  }

  private void number() {
    kind = LITERAL;
    while (pos < end) {
      char c = text.charAt(pos);
      boolean exponent =
          (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(pos - 1)) >= 0 && !isHex();
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !exponent) {
        return;
      }
      pos++;
    }
  }

  private boolean isHex() {
    return text.startsWith("0x", start) && text.indexOf('p', start) < 0;
  }

  private void string() {
    if (!text.startsWith("\"\"\"", pos)) {
      quoted('"');
      return;
    }
    kind = LITERAL;
    pos += 3;
    while (pos < end && !text.startsWith("\"\"\"", pos)) {
      pos += text.charAt(pos) == '\\' ? 2 : 1;
    }
    pos = Math.min(end, pos + 3);
  }

  /** A literal that ends at the same quote, or at the end of the line in broken text. */
  private void quoted(char quote) {
    kind = LITERAL;
    pos++;
    while (pos < end) {
      char c = text.charAt(pos++);
      if (c == '\\') {
        pos++;
      } else if (c == quote || c == '\n') {
        break;
      }
    }
    pos = Math.min(pos, end);
  }

  private void skipBlanks() {
    while (pos < end) {
      char c = text.charAt(pos);
      if (c <= ' ') {
        pos++;
      } else if (c == '/' && text.startsWith("//", pos)) {
        int line = pos;
        while (line < end && text.charAt(line) != '\n' && text.charAt(line) != '\r') {
          line++;
        }
        pos = line;
      } else if (c == '/' && text.startsWith("/*", pos)) {
        int close = text.indexOf("*/", pos + 2);
        pos = close < 0 || close + 2 > end ? end : close + 2;
      } else {
        return;
      }
    }
  }
}
