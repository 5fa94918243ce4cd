package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asynclint.core.ir.Folding;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Certainty;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lowers operators: arithmetic, conditions, assignments, the conditional. */
final class OperatorLowering {
  private final FileLowering in;

  OperatorLowering(FileLowering in) {
    this.in = in;
  }

  /** A chain of one left-associative operator, however long, without recursion along it. */
  Typed binary(BinaryExpr e) {
    BinaryExpr.Operator operator = e.getOperator();
    List<Expression> operands = new ArrayList<>();
    Expression left = e;
    while (left instanceof BinaryExpr binary && binary.getOperator() == operator) {
      operands.add(binary.getRight());
      left = ExpressionLowering.strip(binary.getLeft());
    }
    operands.add(left);
    Collections.reverse(operands);
    if (operator == BinaryExpr.Operator.AND || operator == BinaryExpr.Operator.OR) {
      return logic(e, operands, operator == BinaryExpr.Operator.AND);
    }
    List<Typed> values = new ArrayList<>();
    List<Op> steps =
        in.frame.collect(
            () -> operands.forEach(o -> values.add(in.expressions.lower(o, TypeSig.UNKNOWN))));
    Typed result = values.get(0);
    for (Typed value : values.subList(1, values.size())) {
      result = combine(operator, result, value);
    }
    boolean concatenates =
        operator == BinaryExpr.Operator.PLUS
            && result.type().equals(Sigs.STRING)
            && !(result.value() instanceof Value.Const);
    if (concatenates) {
      in.emit(new Op.Opaque(in.at.of(e), "string-concat", steps));
    } else {
      in.frame.emitAll(steps);
    }
    return result;
  }

  private Typed combine(BinaryExpr.Operator operator, Typed left, Typed right) {
    if (left.value() instanceof Value.Const one
        && right.value() instanceof Value.Const two
        && one != Value.Const.NULL
        && two != Value.Const.NULL) {
      Object folded = Constants.fold(operator, one.value(), two.value());
      if (folded != null) {
        Typed constant = Constants.of(folded);
        return Typed.of(in.shared(constant.value()), constant.type());
      }
    }
    return Typed.of(type(operator, left.type(), right.type()));
  }

  private static TypeSig type(BinaryExpr.Operator operator, TypeSig left, TypeSig right) {
    return switch (operator) {
      case EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS, AND, OR -> Sigs.BOOLEAN;
      case PLUS ->
          left.equals(Sigs.STRING) || right.equals(Sigs.STRING)
              ? Sigs.STRING
              : Sigs.promote(left, right);
      case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> Sigs.promote(left, Sigs.INT);
      case BINARY_AND, BINARY_OR, XOR ->
          Sigs.is(Sigs.unbox(left), "boolean") ? Sigs.BOOLEAN : Sigs.promote(left, right);
      default -> Sigs.promote(left, right);
    };
  }

  /** Later operands run only when the earlier ones did not decide. */
  private Typed logic(BinaryExpr e, List<Expression> operands, boolean isAnd) {
    List<Value> values = new ArrayList<>();
    values.add(in.expressions.lower(operands.get(0), Sigs.BOOLEAN).value());
    logicRest(e, operands, 1, isAnd, values);
    Value.Logic.Kind kind = isAnd ? Value.Logic.Kind.AND : Value.Logic.Kind.OR;
    return Typed.of(new Value.Logic(kind, values), Sigs.BOOLEAN);
  }

  private void logicRest(
      BinaryExpr e, List<Expression> operands, int next, boolean isAnd, List<Value> values) {
    if (next == operands.size()) {
      return;
    }
    Expression operand = operands.get(next);
    Value condition = values.get(next - 1);
    Op.Block arm =
        in.block(
            operand,
            () -> {
              values.add(in.expressions.lower(operand, Sigs.BOOLEAN).value());
              logicRest(e, operands, next + 1, isAnd, values);
            });
    if (!arm.ops().isEmpty()) {
      List<Op.Block> arms = isAnd ? List.of(arm, Op.Block.EMPTY) : List.of(Op.Block.EMPTY, arm);
      in.emit(new Op.Branch(in.at.of(e), condition, arms, true));
    }
  }

  /** {@code condition ? then : otherwise}. */
  Typed conditional(ConditionalExpr e, TypeSig expected) {
    Value condition = in.expressions.lower(e.getCondition(), Sigs.BOOLEAN).value();
    Typed[] results = new Typed[2];
    Op.Block then =
        in.block(
            e.getThenExpr(), () -> results[0] = in.expressions.lower(e.getThenExpr(), expected));
    Op.Block otherwise =
        in.block(
            e.getElseExpr(), () -> results[1] = in.expressions.lower(e.getElseExpr(), expected));
    in.emit(new Op.Branch(in.at.of(e), condition, List.of(then, otherwise), true));
    Value choice = new Value.Choice(List.of(results[0].value(), results[1].value()));
    return Typed.of(choice, common(List.of(results[0].type(), results[1].type()), expected));
  }

  /** The type of something that is one of several. */
  TypeSig common(List<TypeSig> types, TypeSig expected) {
    TypeSig common = null;
    for (TypeSig type : types) {
      if (common == null || common == Sigs.NULL) {
        common = common == null ? type : Sigs.box(type);
      } else if (type == Sigs.NULL) {
        common = Sigs.box(common);
      } else if (!type.equals(common)) {
        common = merge(common, type);
      }
    }
    return common == null || common == TypeSig.UNKNOWN ? expected : common;
  }

  private TypeSig merge(TypeSig one, TypeSig two) {
    if (Sigs.isPrimitive(one) || Sigs.isPrimitive(two)) {
      TypeSig number = Sigs.promote(one, two);
      return number != TypeSig.UNKNOWN || !Sigs.unbox(one).equals(Sigs.unbox(two))
          ? number
          : Sigs.unbox(one);
    }
    if (one == TypeSig.UNKNOWN || two == TypeSig.UNKNOWN) {
      return TypeSig.UNKNOWN;
    }
    if (in.project.assignability.test(two, one, false, in::bound) == Certainty.YES) {
      return one;
    }
    return in.project.assignability.test(one, two, false, in::bound) == Certainty.YES
        ? two
        : TypeSig.UNKNOWN;
  }

  /** Negations, signs, increments. */
  Typed unary(UnaryExpr e) {
    return switch (e.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
        Typed place = place(e.getExpression(), true);
        in.emit(new Op.Write(in.at.of(e), place.value(), Value.UNKNOWN));
        yield Typed.of(place.type());
      }
      case LOGICAL_COMPLEMENT -> {
        Value operand = in.expressions.lower(e.getExpression(), Sigs.BOOLEAN).value();
        yield Typed.of(
            operand instanceof Value.Const constant && constant.value() instanceof Boolean b
                ? new Value.Const(!b)
                : new Value.Logic(Value.Logic.Kind.NOT, List.of(operand)),
            Sigs.BOOLEAN);
      }
      case MINUS -> {
        Typed operand = in.expressions.lower(e.getExpression(), TypeSig.UNKNOWN);
        Object negative =
            operand.value() instanceof Value.Const constant
                ? Folding.negate(constant.value())
                : null;
        yield negative == null
            ? Typed.of(Sigs.promote(operand.type(), Sigs.INT))
            : Constants.of(negative);
      }
      default -> {
        Typed operand = in.expressions.lower(e.getExpression(), TypeSig.UNKNOWN);
        yield Typed.of(Sigs.promote(operand.type(), Sigs.INT));
      }
    };
  }

  /** Plain and compound assignment; gives the value assigned. */
  Typed assign(AssignExpr e) {
    boolean plain = e.getOperator() == AssignExpr.Operator.ASSIGN;
    Typed place = place(e.getTarget(), !plain);
    Typed value = in.expressions.lower(e.getValue(), plain ? place.type() : TypeSig.UNKNOWN);
    Origin origin = in.at.of(e);
    if (plain) {
      in.emit(new Op.Write(origin, place.value(), value.value()));
      TypeSig type = place.type() == TypeSig.UNKNOWN ? value.type() : place.type();
      return Typed.of(value.value(), type);
    }
    if (e.getOperator() == AssignExpr.Operator.PLUS && place.type().equals(Sigs.STRING)) {
      in.emit(new Op.Opaque(origin, "string-concat", List.of()));
    }
    in.emit(new Op.Write(origin, place.value(), Value.UNKNOWN));
    return Typed.of(place.type());
  }

  private Typed place(Expression target, boolean reading) {
    Expression e = ExpressionLowering.strip(target);
    if (e instanceof NameExpr name) {
      return in.names.name(name, reading);
    }
    if (e instanceof FieldAccessExpr access) {
      return in.names.access(access, reading);
    }
    if (e instanceof ArrayAccessExpr access) {
      return in.expressions.element(access, reading);
    }
    return in.expressions.lower(e, TypeSig.UNKNOWN);
  }
}
