package dev.asynclint.core.knowledge;

import java.util.ArrayList;
import java.util.List;

/** The tokens of one line, read from left to right. Not safe for use by several threads. */
final class Line {
  private final List<Token> tokens;
  private final int end;
  private int next;

  private Line(List<Token> tokens, int end) {
    this.tokens = tokens;
    this.end = end;
  }

  /**
   * A word, a quoted text or a mark.
   *
   * @param kind what it is
   * @param text without quotes
   * @param column from 1
   */
  record Token(Kind kind, String text, int column) {
    enum Kind {
      WORD,
      TEXT,
      MARK
    }

    boolean is(String mark) {
      return kind == Kind.MARK && text.equals(mark);
    }
  }

  /** What stops the reading of a clause or line. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final int column;

    Malformed(int column, String message) {
      super(message, null, false, false);
      this.column = column;
    }

    int column() {
      return column;
    }
  }

  /** Splits a line, without its comment. */
  static Line of(String text) throws Malformed {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#' && startsComment(text, at)) {
        break;
      } else if (c == '"') {
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
          throw new Malformed(at + 1, "the quoted text does not end; add a closing '\"'");
        }
        tokens.add(new Token(Token.Kind.TEXT, text.substring(at + 1, close), at + 1));
        at = close + 1;
      } else if (isMark(c)) {
        tokens.add(new Token(Token.Kind.MARK, String.valueOf(c), at + 1));
        at++;
      } else {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) {
          at++;
        }
        tokens.add(new Token(Token.Kind.WORD, text.substring(from, at), from + 1));
      }
    }
    return new Line(tokens, text.stripTrailing().length() + 1);
  }

  private static boolean startsComment(String text, int at) {
    return at == 0
        || text.substring(0, at).isBlank()
        || at > 1 && text.charAt(at - 1) == ' ' && text.charAt(at - 2) == ' ';
  }

  private static boolean isMark(char c) {
    return c == '(' || c == ')' || c == ',' || c == ';';
  }

  private static boolean isWord(char c) {
    return !isMark(c) && c != '"' && !Character.isWhitespace(c);
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  /** The column of the next token, or of the end of the line. */
  int column() {
    return atEnd() ? end : tokens.get(next).column();
  }

  /** Whether the next token is this mark; it is then passed. */
  boolean passes(String mark) {
    if (atEnd() || !tokens.get(next).is(mark)) {
      return false;
    }
    next++;
    return true;
  }

  /** Whether the next token is this word; it is then passed. */
  boolean passesWord(String word) {
    if (atEnd()
        || tokens.get(next).kind() != Token.Kind.WORD
        || !tokens.get(next).text().equals(word)) {
      return false;
    }
    next++;
    return true;
  }

  /** The clause that starts here as one text, whatever the space between its words. */
  String clause() {
    StringBuilder text = new StringBuilder();
    for (int i = next; i < tokens.size() && !tokens.get(i).is(";"); i++) {
      text.append(tokens.get(i).text()).append(' ');
    }
    return text.toString();
  }

  /** Whether the clause goes on. */
  boolean inClause() {
    return !atEnd() && !tokens.get(next).is(";");
  }

  Token word(String what) throws Malformed {
    if (atEnd() || tokens.get(next).kind() != Token.Kind.WORD) {
      throw expected(what);
    }
    return tokens.get(next++);
  }

  String quoted(String what) throws Malformed {
    if (atEnd() || tokens.get(next).kind() != Token.Kind.TEXT) {
      throw expected(what);
    }
    return tokens.get(next++).text();
  }

  void mark(String mark) throws Malformed {
    if (!passes(mark)) {
      throw expected("'" + mark + "'");
    }
  }

  void keyword(String word) throws Malformed {
    if (!passesWord(word)) {
      throw expected("'" + word + "'");
    }
  }

  void finish() throws Malformed {
    if (!atEnd()) {
      throw expected("the end of the line");
    }
  }

  /** Passes what is left of a clause, not its semicolon. */
  void skipClause() {
    while (inClause()) {
      next++;
    }
  }

  Malformed expected(String what) {
    String found = atEnd() ? "the end of the line" : "'" + tokens.get(next).text() + "'";
    return new Malformed(column(), "expected " + what + " but found " + found);
  }
}
