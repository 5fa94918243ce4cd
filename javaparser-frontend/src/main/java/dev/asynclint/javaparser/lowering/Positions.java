package dev.asynclint.javaparser.lowering;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Origin;

/** Turns the parser's lines and columns into offsets. */
final class Positions {
  private final LineMap lines;
  private final int length;

  Positions(LineMap lines, int length) {
    this.lines = lines;
    this.length = length;
  }

  /** Offset of a position, kept inside the file. */
  int offset(Position position) {
    if (position.line < 1 || position.line > lines.lines()) {
      return position.line < 1 ? 0 : length;
    }
    return Math.min(length, lines.start(position.line) + position.column - 1);
  }

  int start(Node node) {
    return node.getRange().map(range -> offset(range.begin)).orElse(0);
  }

  int end(Node node) {
    return node.getRange().map(range -> Math.min(length, offset(range.end) + 1)).orElse(0);
  }

  /** The whole node, anchored where it starts. */
  Origin of(Node node) {
    return of(node, node);
  }

  /** The whole node, anchored where another node inside it starts. */
  Origin of(Node node, Node anchor) {
    return of(node, start(anchor));
  }

  /** The whole node, anchored at an offset. */
  Origin of(Node node, int anchor) {
    int start = start(node);
    int end = Math.max(start, end(node));
    return new Origin(start, end, Math.max(start, Math.min(anchor, end)));
  }

  /**
   * Offset of a token inside a node, looked for backwards from another node; the node's own start
   * when it does not stand there.
   */
  int tokenBefore(Node inside, Node from, String token) {
    TokenRange range = from.getTokenRange().orElse(null);
    int limit = start(inside);
    for (JavaToken t = range == null ? null : range.getBegin(); t != null; t = previous(t)) {
      int at = t.getRange().map(r -> offset(r.begin)).orElse(-1);
      if (at < limit) {
        break;
      }
      if (t.getText().equals(token)) {
        return at;
      }
    }
    return limit;
  }

  /** Offset of the double colon of a method reference. */
  int colons(MethodReferenceExpr e) {
    TokenRange range = e.getTokenRange().orElse(null);
    for (JavaToken t = range == null ? null : range.getEnd(); t != null; t = previous(t)) {
      if (t.getText().equals("::")) {
        return t.getRange().map(r -> offset(r.begin)).orElse(start(e));
      }
    }
    return start(e);
  }

  private static JavaToken previous(JavaToken token) {
    return token.getPreviousToken().orElse(null);
  }

  private static JavaToken next(JavaToken token) {
    return token.getNextToken().orElse(null);
  }

  /** Where the body of an anonymous class or enum constant starts: at its brace. */
  int bodyStart(Node node) {
    Node last = null;
    if (node instanceof ObjectCreationExpr creation) {
      last =
          creation.getArguments().isEmpty()
              ? creation.getType()
              : creation.getArguments().get(creation.getArguments().size() - 1);
    } else if (node instanceof EnumConstantDeclaration constant) {
      last =
          constant.getArguments().isEmpty()
              ? constant.getName()
              : constant.getArguments().get(constant.getArguments().size() - 1);
    }
    TokenRange range = last == null ? null : last.getTokenRange().orElse(null);
    JavaToken token = range == null ? null : next(range.getEnd());
    while (token != null && !token.getText().equals("{")) {
      token = next(token);
    }
    return token == null ? end(node) : token.getRange().map(r -> offset(r.begin)).orElse(end(node));
  }
}
