package dev.asynclint.core.suppress;

import dev.asynclint.core.suppress.JavaText.Kind;
import dev.asynclint.core.suppress.JavaText.Token;
import java.util.List;

/** Finds the end of what an annotation stands before. */
final class Declarations {
  private static final String OPEN = "([{";
  private static final String CLOSE = ")]}";

  private Declarations() {}

  /** The index after the closing one of the parentheses that open here. */
  static int closed(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  /**
   * The offset after the declaration that goes on at a token: after its body, its semicolon, or
   * where the next parameter or constant starts.
   */
  static int end(List<Token> tokens, int from, int length) {
    boolean valued = false;
    int angles = 0;
    int i = from;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      if (token.is(';')) {
        return token.end();
      }
      if (depth(token) < 0 || token.is(',') && !valued && angles <= 0) {
        return token.start();
      }
      if (token.is('{') && !valued) {
        int after = closed(tokens, i);
        return after == tokens.size() ? length : tokens.get(after - 1).end();
      }
      if (depth(token) > 0) {
        i = closed(tokens, i);
        continue;
      }
      valued |= token.is('=');
      if (!valued) {
        angles += token.is('<') ? 1 : token.is('>') ? -1 : 0;
      }
      i++;
    }
    return length;
  }

  private static int depth(Token token) {
    if (token.kind() != Kind.MARK) {
      return 0;
    }
    return OPEN.contains(token.text()) ? 1 : CLOSE.contains(token.text()) ? -1 : 0;
  }
}
