package dev.asynclint.core.config;

/** The characters of a document, read from left to right. Not safe for use by several threads. */
final class TomlText {
  private static final String HEX = "0123456789abcdefABCDEF";

  private final String text;
  private int at;

  TomlText(String text) {
    this.text = text;
  }

  /** What stops the reading of a line. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final int at;

    Malformed(int at, String message) {
      super(message, null, false, false);
      this.at = at;
    }

    int at() {
      return at;
    }
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** The next character; NUL at the end, which no document may contain. */
  char peek() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  boolean sees(String expected) {
    return text.startsWith(expected, at);
  }

  boolean passes(String expected) {
    boolean seen = sees(expected);
    at += seen ? expected.length() : 0;
    return seen;
  }

  void expect(String expected, String why) throws Malformed {
    if (!passes(expected)) {
      throw new Malformed(at, "expected '" + expected + "' " + why + " but found " + found());
    }
  }

  /** What stands here, for messages. */
  String found() {
    return atEnd() || lineEnd() > 0
        ? "the end of the line"
        : "'" + Character.toString(text.codePointAt(at)) + "'";
  }

  void spaces() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Spaces, line ends and comments. */
  void blank() throws Malformed {
    spaces();
    while (peek() == '#' || lineEnd() > 0) {
      comment();
      at += lineEnd();
      spaces();
    }
  }

  /** A comment or nothing, and the end of the line. */
  void finishLine() throws Malformed {
    spaces();
    comment();
    if (!atEnd() && lineEnd() == 0) {
      throw new Malformed(at, "expected the end of the line but found " + found());
    }
    at += lineEnd();
  }

  /** Goes to a line that starts like a key or a header, past the one that is wrong. */
  void recover() {
    do {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    } while (!atEnd() && !text.substring(at).matches("(?s)[ \\t]*(?:\\[|[\\w.\"'-]+[ \\t]*=).*"));
  }

  /** A run of word characters, which may be empty. */
  String word(String alsoAllowed) {
    int from = at;
    while (!atEnd() && (isBare(peek()) || alsoAllowed.indexOf(peek()) >= 0)) {
      at++;
    }
    return text.substring(from, at);
  }

  /** A string in either kind of quotes; its first quote is next. */
  String string(boolean maySpanLines) throws Malformed {
    String quote = String.valueOf(peek());
    String three = quote.repeat(3);
    if (!sees(three)) {
      at++;
      return body(quote, false);
    }
    if (!maySpanLines) {
      throw new Malformed(at, "a key cannot have three quotes; write one");
    }
    at += three.length();
    at += lineEnd();
    return body(three, true);
  }

  private String body(String close, boolean lines) throws Malformed {
    int open = at;
    boolean literal = close.charAt(0) == '\'';
    StringBuilder body = new StringBuilder();
    while (!passes(close)) {
      if (atEnd() || !lines && lineEnd() > 0) {
        throw new Malformed(open - close.length(), "the text does not end; add a closing " + close);
      } else if (lineEnd() > 0) {
        at += lineEnd();
        body.append('\n');
      } else if (!literal && peek() == '\\') {
        escape(lines, body);
      } else {
        body.append(plain());
      }
    }
    // Up to two quotes may stand before the closing three.
    for (int i = 0; lines && i < 2 && passes(close.substring(0, 1)); i++) {
      body.append(close.charAt(0));
    }
    return body.toString();
  }

  private void escape(boolean lines, StringBuilder body) throws Malformed {
    int start = at++;
    char c = peek();
    int simple = "btnfr\"\\".indexOf(c);
    if (!atEnd() && simple >= 0) {
      body.append("\b\t\n\f\r\"\\".charAt(simple));
      at++;
    } else if (c == 'u' || c == 'U') {
      at++;
      int digits = c == 'u' ? 4 : 8;
      int from = at;
      while (at < from + digits && !atEnd() && HEX.indexOf(peek()) >= 0) {
        at++;
      }
      long code = at == from + digits ? Long.parseLong(text.substring(from, at), 16) : -1;
      if (code < 0 || code > Character.MAX_CODE_POINT || code >= 0xD800 && code <= 0xDFFF) {
        throw new Malformed(start, "\\" + c + " needs " + digits + " digits of a character");
      }
      body.appendCodePoint((int) code);
    } else if (lines && endsLine()) {
      while (!atEnd() && (peek() == ' ' || peek() == '\t' || lineEnd() > 0)) {
        at += Math.max(lineEnd(), 1);
      }
    } else {
      throw new Malformed(
          start,
          "unknown escape \\"
              + (atEnd() ? "" : Character.toString(text.codePointAt(at)))
              + "; a path can stand in single quotes, which take every character as it is");
    }
  }

  /** Whether nothing but spaces follows on this line. */
  private boolean endsLine() {
    int here = at;
    spaces();
    boolean ends = lineEnd() > 0;
    at = here;
    return ends;
  }

  private void comment() throws Malformed {
    if (peek() == '#') {
      while (!atEnd() && lineEnd() == 0) {
        plain();
      }
    }
  }

  private char plain() throws Malformed {
    char c = peek();
    if (c < ' ' && c != '\t' || c == 0x7F) {
      throw new Malformed(at, "control character U+%04X".formatted((int) c));
    }
    at++;
    return c;
  }

  /** How many characters end the line here; 0 when it goes on. */
  private int lineEnd() {
    return sees("\r\n") ? 2 : peek() == '\n' ? 1 : 0;
  }

  static boolean isBare(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }
}
