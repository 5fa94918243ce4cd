package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.asynclint.core.ir.Folding;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lowers operators: arithmetic, conditions, assignments, the conditional. */
final class OperatorLowering {
  private static final String STRING = "java.lang.String";

  private final FileLowering in;

  OperatorLowering(FileLowering in) {
    this.in = in;
  }

  /** A chain of one left-associative operator, however long, without recursion along it. */
  Value binary(BinaryTree e) {
    Tree.Kind operator = e.getKind();
    List<Tree> operands = new ArrayList<>();
    Tree left = e;
    while (left instanceof BinaryTree binary && binary.getKind() == operator) {
      operands.add(binary.getRightOperand());
      left = ExpressionLowering.strip(binary.getLeftOperand());
    }
    operands.add(left);
    Collections.reverse(operands);
    if (operator == Tree.Kind.CONDITIONAL_AND || operator == Tree.Kind.CONDITIONAL_OR) {
      return logic(e, operands, operator == Tree.Kind.CONDITIONAL_AND);
    }
    List<Value> values = new ArrayList<>();
    List<Op> steps =
        in.frame.collect(() -> operands.forEach(o -> values.add(in.expressions.lower(o))));
    Value result = values.get(0);
    for (Value value : values.subList(1, values.size())) {
      result = combine(operator, result, value);
    }
    if (operator == Tree.Kind.PLUS && isString(e) && !(result instanceof Value.Const)) {
      in.emit(new Op.Opaque(in.at.of(e), "string-concat", steps));
    } else {
      in.frame.emitAll(steps);
    }
    return result;
  }

  private boolean isString(Tree e) {
    return in.known.erased(in.known.type(e)).equals(STRING);
  }

  private Value combine(Tree.Kind operator, Value left, Value right) {
    if (left instanceof Value.Const one
        && right instanceof Value.Const two
        && one != Value.Const.NULL
        && two != Value.Const.NULL) {
      Object folded = Folding.binary(text(operator), one.value(), two.value());
      if (folded != null) {
        return in.shared(new Value.Const(folded));
      }
    }
    return Value.UNKNOWN;
  }

  /** An operator as written, as far as constants are folded by it; else empty. */
  static String text(Tree.Kind operator) {
    return switch (operator) {
      case PLUS -> "+";
      case MINUS -> "-";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case LEFT_SHIFT -> "<<";
      default -> "";
    };
  }

  /** Later operands run only when the earlier ones did not decide. */
  private Value logic(BinaryTree e, List<Tree> operands, boolean isAnd) {
    List<Value> values = new ArrayList<>();
    values.add(in.expressions.lower(operands.get(0)));
    logicRest(e, operands, 1, isAnd, values);
    return new Value.Logic(isAnd ? Value.Logic.Kind.AND : Value.Logic.Kind.OR, values);
  }

  private void logicRest(
      BinaryTree e, List<Tree> operands, int next, boolean isAnd, List<Value> values) {
    if (next == operands.size()) {
      return;
    }
    Tree operand = operands.get(next);
    Value condition = values.get(next - 1);
    Op.Block arm =
        in.block(
            operand,
            () -> {
              values.add(in.expressions.lower(operand));
              logicRest(e, operands, next + 1, isAnd, values);
            });
    if (!arm.ops().isEmpty()) {
      List<Op.Block> arms = isAnd ? List.of(arm, Op.Block.EMPTY) : List.of(Op.Block.EMPTY, arm);
      in.emit(new Op.Branch(in.at.of(e), condition, arms, true));
    }
  }

  /** {@code condition ? then : otherwise}. */
  Value conditional(ConditionalExpressionTree e) {
    Value condition = in.expressions.lower(e.getCondition());
    Value[] results = new Value[2];
    Op.Block then =
        in.block(
            e.getTrueExpression(), () -> results[0] = in.expressions.lower(e.getTrueExpression()));
    Op.Block otherwise =
        in.block(
            e.getFalseExpression(),
            () -> results[1] = in.expressions.lower(e.getFalseExpression()));
    in.emit(new Op.Branch(in.at.of(e), condition, List.of(then, otherwise), true));
    return new Value.Choice(List.of(results));
  }

  /** Negations, signs, increments. */
  Value unary(UnaryTree e) {
    switch (e.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
        in.emit(new Op.Write(in.at.of(e), place(e.getExpression(), true), Value.UNKNOWN));
        return Value.UNKNOWN;
      }
      case LOGICAL_COMPLEMENT -> {
        Value operand = in.expressions.lower(e.getExpression());
        return operand instanceof Value.Const constant && constant.value() instanceof Boolean b
            ? in.shared(new Value.Const(!b))
            : new Value.Logic(Value.Logic.Kind.NOT, List.of(operand));
      }
      case UNARY_MINUS -> {
        Value operand = in.expressions.lower(e.getExpression());
        Object negative =
            operand instanceof Value.Const constant ? Folding.negate(constant.value()) : null;
        return negative == null ? Value.UNKNOWN : in.shared(new Value.Const(negative));
      }
      default -> {
        in.expressions.lower(e.getExpression());
        return Value.UNKNOWN;
      }
    }
  }

  /** Plain assignment; gives the value assigned. */
  Value assign(AssignmentTree e) {
    Value place = place(e.getVariable(), false);
    Value value = in.expressions.lower(e.getExpression());
    in.emit(new Op.Write(in.at.of(e), place, value));
    return value;
  }

  /** Compound assignment. */
  Value compound(CompoundAssignmentTree e) {
    Value place = place(e.getVariable(), true);
    in.expressions.lower(e.getExpression());
    Origin origin = in.at.of(e);
    if (e.getKind() == Tree.Kind.PLUS_ASSIGNMENT && isString(e.getVariable())) {
      in.emit(new Op.Opaque(origin, "string-concat", List.of()));
    }
    in.emit(new Op.Write(origin, place, Value.UNKNOWN));
    return Value.UNKNOWN;
  }

  private Value place(ExpressionTree target, boolean reading) {
    Tree e = ExpressionLowering.strip(target);
    if (e instanceof IdentifierTree name) {
      return in.names.name(name, reading);
    }
    if (e instanceof MemberSelectTree access) {
      return in.names.access(access, reading);
    }
    return e instanceof ArrayAccessTree access
        ? in.expressions.element(access, reading)
        : in.expressions.lower(e);
  }
}
