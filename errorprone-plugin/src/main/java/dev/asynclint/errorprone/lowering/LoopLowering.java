package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.List;

/** Lowers loops. */
final class LoopLowering {
  private final FileLowering in;

  LoopLowering(FileLowering in) {
    this.in = in;
  }

  void forEach(EnhancedForLoopTree s) {
    Value subject = in.expressions.lower(s.getExpression());
    Value[] variable = new Value[1];
    Op.Block body =
        in.block(
            s.getStatement(),
            () ->
                in.nested(
                    () -> {
                      variable[0] =
                          in.declare(
                              s.getVariable(),
                              in.types.annotations(s.getVariable().getModifiers()),
                              in.at.declarator(s.getVariable()));
                      statements(s.getStatement());
                    }));
    in.emit(
        new Op.Loop(in.at.of(s), Op.Loop.Kind.FOR_EACH, subject, Value.UNKNOWN, variable[0], body));
  }

  void counting(ForLoopTree s) {
    in.emit(in.block(s, () -> in.nested(() -> steps(s))));
  }

  private void steps(ForLoopTree s) {
    in.statements.all(s.getInitializer());
    boolean endless = s.getCondition() == null;
    Value[] condition = {endless ? new Value.Const(true) : Value.UNKNOWN, Value.UNKNOWN};
    Op.Block body =
        in.block(
            s.getStatement(),
            () -> {
              if (s.getCondition() != null) {
                compare(ExpressionLowering.strip(s.getCondition()), condition);
              }
              in.nested(() -> statements(s.getStatement()));
              in.statements.all(s.getUpdate());
            });
    in.emit(
        new Op.Loop(
            in.at.of(s), Op.Loop.Kind.FOR, condition[0], condition[1], Value.UNKNOWN, body));
  }

  /** The steps of a condition, and what its counter is compared with. */
  private void compare(Tree e, Value[] condition) {
    if (e instanceof BinaryTree binary && isComparison(binary.getKind())) {
      boolean counterFirst =
          ExpressionLowering.strip(binary.getLeftOperand()) instanceof IdentifierTree;
      Value left = in.expressions.lower(binary.getLeftOperand());
      Value right = in.expressions.lower(binary.getRightOperand());
      condition[1] = counterFirst ? right : left;
    } else {
      condition[0] = in.expressions.lower(e);
    }
  }

  private static boolean isComparison(Tree.Kind operator) {
    return switch (operator) {
      case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL, NOT_EQUAL_TO -> true;
      default -> false;
    };
  }

  void whileLoop(WhileLoopTree s) {
    Value[] condition = new Value[1];
    Op.Block body =
        in.block(
            s.getStatement(),
            () ->
                in.nested(
                    () -> {
                      condition[0] = in.expressions.lower(s.getCondition());
                      statements(s.getStatement());
                    }));
    in.emit(
        new Op.Loop(
            in.at.of(s), Op.Loop.Kind.WHILE, condition[0], Value.UNKNOWN, Value.UNKNOWN, body));
  }

  /** The condition of a do loop is computed at the end of its body. */
  void doLoop(DoWhileLoopTree s) {
    Value[] condition = new Value[1];
    Op.Block body =
        in.block(
            s.getStatement(),
            () -> {
              in.nested(() -> statements(s.getStatement()));
              condition[0] = in.expressions.lower(s.getCondition());
            });
    in.emit(
        new Op.Loop(
            in.at.of(s), Op.Loop.Kind.DO, condition[0], Value.UNKNOWN, Value.UNKNOWN, body));
  }

  private void statements(StatementTree body) {
    in.statements.all(body instanceof BlockTree block ? block.getStatements() : List.of(body));
  }
}
