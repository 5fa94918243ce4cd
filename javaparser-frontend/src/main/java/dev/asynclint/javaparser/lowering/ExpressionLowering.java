package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.List;

/** Sends every expression to the room that lowers it, and lowers the plain ones itself. */
final class ExpressionLowering {
  private final FileLowering in;

  ExpressionLowering(FileLowering in) {
    this.in = in;
  }

  /**
   * Emits the steps of an expression and tells what it gives.
   *
   * @param expected the type its context wants; unknown where that is open
   */
  Typed lower(Expression e, TypeSig expected) {
    Expression inner = strip(e);
    if (inner instanceof MethodCallExpr call) {
      return in.calls.lower(call, expected);
    }
    if (inner instanceof NameExpr name) {
      return in.names.name(name, true);
    }
    if (inner instanceof LiteralExpr literal) {
      Typed constant = Constants.literal(literal);
      return Typed.of(in.shared(constant.value()), constant.type());
    }
    if (inner instanceof FieldAccessExpr access) {
      return in.names.access(access, true);
    }
    if (inner instanceof ObjectCreationExpr creation) {
      return in.creations.lower(creation, expected);
    }
    if (inner instanceof BinaryExpr binary) {
      return in.operators.binary(binary);
    }
    if (inner instanceof LambdaExpr lambda) {
      return in.closures.lambda(lambda, expected, in.frame.nextClosure()).value();
    }
    if (inner instanceof AssignExpr assign) {
      return in.operators.assign(assign);
    }
    if (inner instanceof MethodReferenceExpr reference) {
      if (reference.getScope() instanceof CastExpr cast) {
        // "(T) a::b" casts the reference; the parser reads it as a reference to a cast.
        TypeSig type = in.scope.types.resolve(AstTypes.raw(cast.getType()));
        reference.setScope(cast.getExpression());
        return lower(reference, type);
      }
      return in.references.lower(reference, expected, in.frame.nextClosure()).value();
    }
    if (inner instanceof ThisExpr self) {
      return in.names.thisExpression(self);
    }
    if (inner instanceof CastExpr cast) {
      TypeSig type = in.scope.types.resolve(AstTypes.raw(cast.getType()));
      Typed value = lower(cast.getExpression(), type);
      return Typed.of(value.value(), type);
    }
    return rare(inner, expected);
  }

  private Typed rare(Expression e, TypeSig expected) {
    if (e instanceof UnaryExpr unary) {
      return in.operators.unary(unary);
    }
    if (e instanceof ConditionalExpr conditional) {
      return in.operators.conditional(conditional, expected);
    }
    if (e instanceof InstanceOfExpr test) {
      return in.patterns.instanceOf(test);
    }
    if (e instanceof ClassExpr literal) {
      TypeSig type = in.scope.types.resolve(AstTypes.raw(literal.getType()));
      List<TypeSig> args = List.of(Sigs.box(type));
      return Typed.of(
          in.shared(new Value.TypeName(in.erase(type))),
          new TypeSig.Named("java.lang.Class", args));
    }
    if (e instanceof ArrayAccessExpr access) {
      return element(access, true);
    }
    if (e instanceof ArrayCreationExpr creation) {
      return in.creations.array(creation);
    }
    if (e instanceof ArrayInitializerExpr initializer) {
      return in.creations.initializer(initializer, expected, e);
    }
    if (e instanceof SwitchExpr choice) {
      return in.switches.expression(choice, expected);
    }
    if (e instanceof VariableDeclarationExpr declaration) {
      in.statements.declare(declaration);
      return Typed.UNKNOWN;
    }
    if (e instanceof SuperExpr) {
      return Typed.of(in.names.thisValue(e), in.names.superclass());
    }
    in.emit(new Op.Opaque(in.at.of(e), e.getClass().getSimpleName(), List.of()));
    return Typed.UNKNOWN;
  }

  /** An element of an array; reading it is a step. */
  Typed element(ArrayAccessExpr e, boolean reading) {
    Typed array = lower(e.getName(), TypeSig.UNKNOWN);
    lower(e.getIndex(), Sigs.INT);
    TypeSig type =
        in.upper(array.type()) instanceof TypeSig.Array known ? known.element() : TypeSig.UNKNOWN;
    Value place = in.shared(new Value.Element(array.value()));
    if (reading) {
      in.emit(new Op.Read(in.at.of(e), place));
    }
    return Typed.of(place, type);
  }

  /** The expression inside any number of parentheses. */
  static Expression strip(Expression e) {
    Expression inner = e;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    return inner;
  }
}
