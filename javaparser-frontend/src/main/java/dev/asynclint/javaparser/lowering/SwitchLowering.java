package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers switches, one arm a case. A {@code break} that ends an arm is left out; an arm that falls
 * through ends like any other.
 */
final class SwitchLowering {
  private final FileLowering in;
  private Result open;

  SwitchLowering(FileLowering in) {
    this.in = in;
  }

  /** What the arms of the switch expression around give. */
  private record Result(TypeSig expected, List<Value> values, List<TypeSig> types) {}

  /** A switch as a statement. */
  void statement(SwitchStmt s) {
    Result outer = open;
    open = null;
    boolean exhaustive = lower(s, s.getSelector(), s, false);
    open = exhaustive || outer != null ? outer : null;
  }

  /** A switch as an expression: one of the values its arms give. */
  Typed expression(SwitchExpr e, TypeSig expected) {
    Result outer = open;
    Result result = new Result(expected, new ArrayList<>(), new ArrayList<>());
    open = result;
    lower(e, e.getSelector(), e, true);
    open = outer;
    TypeSig type = in.operators.common(result.types(), expected);
    return result.values().isEmpty()
        ? Typed.of(type)
        : Typed.of(new Value.Choice(result.values()), type);
  }

  private boolean lower(SwitchNode node, Expression selector, Node whole, boolean isExpression) {
    Typed subject = in.expressions.lower(selector, TypeSig.UNKNOWN);
    Result result = open;
    List<Op.Block> arms = new ArrayList<>();
    boolean[] exhaustive = {isExpression};
    in.nested(
        () -> {
          for (SwitchEntry entry : node.getEntries()) {
            exhaustive[0] |= isTotal(entry);
            open = result;
            arms.add(
                in.block(
                    entry,
                    () -> {
                      if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
                        arm(entry, subject, result);
                      } else {
                        in.nested(() -> arm(entry, subject, result));
                      }
                    }));
          }
        });
    in.emit(new Op.Branch(in.at.of(whole), Value.UNKNOWN, arms, exhaustive[0]));
    return exhaustive[0];
  }

  /** A default, or a pattern: a switch over patterns must cover everything. */
  private static boolean isTotal(SwitchEntry entry) {
    return entry.getLabels().isEmpty()
        || entry.isDefault()
        || entry.getLabels().stream().anyMatch(label -> label instanceof ComponentPatternExpr);
  }

  private void arm(SwitchEntry entry, Typed subject, Result result) {
    for (Expression label : entry.getLabels()) {
      if (label instanceof ComponentPatternExpr pattern) {
        in.patterns.bind(pattern, subject);
      }
    }
    entry.getGuard().ifPresent(guard -> in.expressions.lower(guard, Sigs.BOOLEAN));
    List<Statement> statements = new ArrayList<>(entry.getStatements());
    if (entry.getType() == SwitchEntry.Type.BLOCK
        && statements.size() == 1
        && statements.get(0) instanceof BlockStmt block) {
      statements = new ArrayList<>(block.getStatements());
    }
    if (result != null
        && entry.getType() == SwitchEntry.Type.EXPRESSION
        && statements.get(0) instanceof ExpressionStmt value) {
      give(in.expressions.lower(value.getExpression(), result.expected()), result);
      return;
    }
    int last = statements.size() - 1;
    if (last >= 0 && statements.get(last) instanceof BreakStmt end && end.getLabel().isEmpty()) {
      statements.remove(last);
      last--;
    }
    for (int i = 0; i <= last; i++) {
      if (i == last && result != null && statements.get(i) instanceof YieldStmt end) {
        give(in.expressions.lower(end.getExpression(), result.expected()), result);
      } else {
        in.statements.lower(statements.get(i));
      }
    }
  }

  private static void give(Typed value, Result result) {
    result.values().add(value.value());
    result.types().add(value.type());
  }

  /** A yield from inside an arm. */
  void yield(YieldStmt s) {
    TypeSig expected = open == null ? TypeSig.UNKNOWN : open.expected();
    Typed value = in.expressions.lower(s.getExpression(), expected);
    if (open != null) {
      give(value, open);
    }
    in.emit(new Op.Opaque(in.at.of(s), "yield", List.of()));
  }
}
