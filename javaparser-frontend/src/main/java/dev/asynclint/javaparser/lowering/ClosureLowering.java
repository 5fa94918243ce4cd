package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.Type;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Method;
import dev.asynclint.javaparser.resolve.Shape;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lowers lambdas. The anchor is the arrow. */
final class ClosureLowering {
  private final FileLowering in;

  ClosureLowering(FileLowering in) {
    this.in = in;
  }

  /**
   * A closure as a value.
   *
   * @param params types of its parameters where it states them itself
   * @param body type its body gives; {@code void} for none
   */
  record Closure(Typed value, List<TypeSig> params, TypeSig body) {}

  /** What a functional interface asks of a closure. */
  record Function(Method method, List<TypeSig> params, TypeSig returns) {}

  /** The function of a functional interface with its arguments; null when it is not known. */
  Function function(TypeSig target) {
    if (!(Sigs.bound(target) instanceof TypeSig.Named named)) {
      return null;
    }
    Method method = in.project.table.function(named.name());
    if (method == null) {
      return null;
    }
    Map<String, TypeSig> values = in.project.table.arguments(named);
    List<TypeSig> params = new ArrayList<>();
    for (TypeSig param : method.params()) {
      params.add(Sigs.bound(Sigs.substitute(param, values)));
    }
    return new Function(method, params, Sigs.bound(Sigs.substitute(method.returns(), values)));
  }

  /** Parameter types a functional interface hands over; null when it is not known to be one. */
  List<TypeSig> params(TypeSig target) {
    Function function = function(target);
    return function == null ? null : function.params();
  }

  /** What a lambda looks like before its target type is known. */
  Shape shape(LambdaExpr e) {
    int arity = e.getParameters().size();
    if (e.getExpressionBody().isPresent()) {
      Expression body = ExpressionLowering.strip(e.getExpressionBody().get());
      return new Shape(n -> n == arity, true, isStatement(body));
    }
    Returns returns = new Returns();
    returns.visit(e.getBody());
    boolean endless = !returns.plain && endsAbruptly((BlockStmt) e.getBody());
    return new Shape(n -> n == arity, returns.value || endless, !returns.value);
  }

  private static boolean isStatement(Expression e) {
    return e instanceof MethodCallExpr
        || e instanceof AssignExpr
        || e instanceof ObjectCreationExpr
        || e instanceof UnaryExpr unary
            && (unary.getOperator().asString().equals("++")
                || unary.getOperator().asString().equals("--"));
  }

  private static boolean endsAbruptly(BlockStmt body) {
    if (body.getStatements().isEmpty()) {
      return false;
    }
    Statement last = body.getStatements().get(body.getStatements().size() - 1);
    return last instanceof ThrowStmt
        || last instanceof WhileStmt loop && loop.getCondition().toString().equals("true");
  }

  /** Looks for return statements that belong to the lambda itself. */
  private static final class Returns {
    boolean value;
    boolean plain;

    void visit(com.github.javaparser.ast.Node node) {
      if (node instanceof LambdaExpr
          || node instanceof com.github.javaparser.ast.body.BodyDeclaration
          || node instanceof Expression && !(node instanceof LambdaExpr)) {
        return;
      }
      if (node instanceof ReturnStmt statement) {
        value |= statement.getExpression().isPresent();
        plain |= statement.getExpression().isEmpty();
      }
      node.getChildNodes().forEach(this::visit);
    }
  }

  /** Lowers a lambda for a target type, as the callable of that id. */
  Closure lambda(LambdaExpr e, TypeSig target, String id) {
    Function function = function(target);
    Frame inner = new Frame(id, Callable.Kind.LAMBDA, in.frame.owner, in.frame);
    Scope scope = in.scope.callable(inner, in.scope.types.withLocals());
    boolean nothing = function != null && function.returns().equals(Sigs.VOID);
    inner.expected = function == null ? TypeSig.UNKNOWN : function.returns();
    TypeSig[] body = {Sigs.VOID};
    Op.Block steps =
        in.inside(
            inner,
            scope,
            e.getBody(),
            () -> {
              params(e, function);
              if (e.getExpressionBody().isPresent()) {
                body[0] = expressionBody(e.getExpressionBody().get(), inner, nothing);
              } else {
                in.statements.all(((BlockStmt) e.getBody()).getStatements());
                if (!inner.results.isEmpty()) {
                  body[0] = in.operators.common(inner.results, TypeSig.UNKNOWN);
                } else if (shape(e).value()) {
                  // A body that never ends normally can stand for any value.
                  body[0] = Sigs.NULL;
                }
              }
            });
    Origin origin = in.at.of(e, in.at.tokenBefore(e, e.getBody(), "->"));
    // The type of null alone says nothing.
    String returns = nothing ? "void" : in.erase(body[0] == Sigs.NULL ? TypeSig.UNKNOWN : body[0]);
    finish(inner, "lambda", steps, returns, origin);
    TypeSig type = function == null ? TypeSig.UNKNOWN : Sigs.bound(target);
    return new Closure(make(id, type, origin), written(e), body[0]);
  }

  private TypeSig expressionBody(Expression e, Frame inner, boolean nothing) {
    Typed value = in.expressions.lower(e, inner.expected);
    if (!nothing && !value.type().equals(Sigs.VOID)) {
      in.emit(new Op.Return(in.at.of(e), value.value()));
    }
    return value.type();
  }

  private List<TypeSig> written(LambdaExpr e) {
    if (!e.isExplicitlyTyped()) {
      return List.of();
    }
    List<TypeSig> types = new ArrayList<>();
    e.getParameters().forEach(p -> types.add(in.scope.types.resolve(AstTypes.raw(p.getType()))));
    return types;
  }

  private void params(LambdaExpr e, Function function) {
    for (int i = 0; i < e.getParameters().size(); i++) {
      Parameter param = e.getParameters().get(i);
      Type written = param.getType();
      TypeSig type = in.scope.types.resolve(AstTypes.raw(written));
      if (written.isUnknownType() || written.isVarType()) {
        boolean known = function != null && i < function.params().size();
        type = known ? function.params().get(i) : TypeSig.UNKNOWN;
      } else if (param.isVarArgs()) {
        type = new TypeSig.Array(type);
      }
      in.param(
          param.getNameAsString(),
          type,
          in.types.annotations(param.getAnnotations()),
          in.at.of(param, param.getName()));
    }
  }

  /** Adds a closure's callable to the unit. */
  void finish(Frame inner, String name, Op.Block steps, String returns, Origin origin) {
    in.add(
        new Callable(
            inner.id,
            inner.kind,
            inner.owner,
            name,
            inner.params,
            List.of(),
            Set.of(),
            inner.enclosing.id,
            inner.captures(),
            inner.locals,
            returns.isEmpty() ? Types.UNKNOWN : returns,
            steps,
            true,
            origin));
  }

  /** Emits that a closure becomes a value. */
  Typed make(String id, TypeSig type, Origin origin) {
    in.emit(new Op.Make(origin, id, in.erase(type)));
    return Typed.of(new Value.Closure(id), type);
  }
}
