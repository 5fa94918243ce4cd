package dev.asynclint.core.suppress;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a Java file, as far as statements about findings need them. */
final class JavaText {
  private JavaText() {}

  /** What a token is. */
  enum Kind {
    /** An identifier, keyword or number. */
    WORD,
    /** A string literal. */
    STRING,
    /** A comment that ends with its line. */
    COMMENT,
    /** Any other character that is no space. */
    MARK
  }

  /**
   * One token; other comments and character literals are left out.
   *
   * @param start offset of its first unit
   * @param end offset after its last
   * @param text as written; a string without its quotes, its escapes as they are
   */
  record Token(Kind kind, int start, int end, String text) {
    boolean is(char mark) {
      return kind == Kind.MARK && text.charAt(0) == mark;
    }

    boolean is(String word) {
      return kind == Kind.WORD && text.equals(word);
    }
  }

  /** All tokens, in order; whatever is not closed ends with the text. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end;
      if (Character.isWhitespace(c)) {
        end = at + 1;
      } else if (text.startsWith("//", at)) {
        end = lineEnd(text, at);
        tokens.add(new Token(Kind.COMMENT, at, end, text.substring(at, end)));
      } else if (text.startsWith("/*", at)) {
        end = after(text, "*/", at + 2);
      } else if (text.startsWith("\"\"\"", at)) {
        end = closing(text, "\"\"\"", at + 3);
        tokens.add(new Token(Kind.STRING, at, end, inner(text, at + 3, end, 3)));
      } else if (c == '"') {
        end = closing(text, "\"", at + 1);
        tokens.add(new Token(Kind.STRING, at, end, inner(text, at + 1, end, 1)));
      } else if (c == '\'') {
        end = closing(text, "'", at + 1);
      } else if (Character.isJavaIdentifierPart(c)) {
        end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
          end++;
        }
        tokens.add(new Token(Kind.WORD, at, end, text.substring(at, end)));
      } else {
        end = at + 1;
        tokens.add(new Token(Kind.MARK, at, end, String.valueOf(c)));
      }
      at = end;
    }
    return tokens;
  }

  private static int lineEnd(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int after(String text, String close, int from) {
    int found = text.indexOf(close, from);
    return found < 0 ? text.length() : found + close.length();
  }

  /** The offset after a closing quote; only a text block goes on behind the end of a line. */
  private static int closing(String text, String quote, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (text.startsWith(quote, at)) {
        return at + quote.length();
      } else if (quote.length() == 1 && (c == '\n' || c == '\r')) {
        return at;
      }
    }
    return text.length();
  }

  private static String inner(String text, int from, int end, int quotes) {
    int close = Math.max(end - quotes, from);
    return text.substring(Math.min(from, end), Math.max(close, Math.min(from, end)));
  }
}
