package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.List;

/** Lowers loops. */
final class LoopLowering {
  private final FileLowering in;

  LoopLowering(FileLowering in) {
    this.in = in;
  }

  /** Emits the steps of a loop. */
  void lower(Statement s) {
    if (s instanceof ForEachStmt loop) {
      forEach(loop);
    } else if (s instanceof ForStmt loop) {
      in.emit(in.block(loop, () -> in.nested(() -> counting(loop))));
    } else if (s instanceof WhileStmt loop) {
      whileLoop(loop);
    } else if (s instanceof DoStmt loop) {
      doLoop(loop);
    }
  }

  private void forEach(ForEachStmt s) {
    Typed subject = in.expressions.lower(s.getIterable(), TypeSig.UNKNOWN);
    VariableDeclarator declarator = s.getVariable().getVariable(0);
    Value[] variable = new Value[1];
    Op.Block body =
        in.block(
            s.getBody(),
            () ->
                in.nested(
                    () -> {
                      TypeSig type = in.scope.types.resolve(AstTypes.raw(declarator.getType()));
                      if (declarator.getType().isVarType()) {
                        type = element(subject.type());
                      }
                      variable[0] =
                          in.declare(
                              declarator.getNameAsString(),
                              type,
                              declarator,
                              in.types.annotations(s.getVariable().getAnnotations()));
                      statements(s.getBody());
                    }));
    in.emit(
        new Op.Loop(
            in.at.of(s), Op.Loop.Kind.FOR_EACH, subject.value(), Value.UNKNOWN, variable[0], body));
  }

  private TypeSig element(TypeSig iterable) {
    TypeSig type = in.upper(iterable);
    if (type instanceof TypeSig.Array array) {
      return array.element();
    }
    TypeSig.Named seen =
        type instanceof TypeSig.Named named
            ? in.project.table.asSuper(named, "java.lang.Iterable")
            : null;
    return seen == null || seen.args().size() != 1
        ? TypeSig.UNKNOWN
        : Sigs.bound(seen.args().get(0));
  }

  private void counting(ForStmt s) {
    s.getInitialization().forEach(e -> in.expressions.lower(e, TypeSig.UNKNOWN));
    boolean endless = s.getCompare().isEmpty();
    Value[] condition = {endless ? new Value.Const(true) : Value.UNKNOWN, Value.UNKNOWN};
    Op.Block body =
        in.block(
            s.getBody(),
            () -> {
              s.getCompare().ifPresent(e -> compare(e, condition));
              in.nested(() -> statements(s.getBody()));
              s.getUpdate().forEach(e -> in.expressions.lower(e, TypeSig.UNKNOWN));
            });
    in.emit(
        new Op.Loop(
            in.at.of(s), Op.Loop.Kind.FOR, condition[0], condition[1], Value.UNKNOWN, body));
  }

  /** The steps of a condition, and what its counter is compared with. */
  private void compare(Expression e, Value[] condition) {
    Expression inner = ExpressionLowering.strip(e);
    if (inner instanceof BinaryExpr binary && isComparison(binary.getOperator())) {
      boolean counterFirst = ExpressionLowering.strip(binary.getLeft()).isNameExpr();
      Value left = in.expressions.lower(binary.getLeft(), TypeSig.UNKNOWN).value();
      Value right = in.expressions.lower(binary.getRight(), TypeSig.UNKNOWN).value();
      condition[1] = counterFirst ? right : left;
    } else {
      condition[0] = in.expressions.lower(inner, Sigs.BOOLEAN).value();
    }
  }

  private static boolean isComparison(BinaryExpr.Operator operator) {
    return switch (operator) {
      case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS, NOT_EQUALS -> true;
      default -> false;
    };
  }

  private void whileLoop(WhileStmt s) {
    Value[] condition = new Value[1];
    Op.Block body =
        in.block(
            s.getBody(),
            () ->
                in.nested(
                    () -> {
                      condition[0] = in.expressions.lower(s.getCondition(), Sigs.BOOLEAN).value();
                      statements(s.getBody());
                    }));
    in.emit(
        new Op.Loop(
            in.at.of(s), Op.Loop.Kind.WHILE, condition[0], Value.UNKNOWN, Value.UNKNOWN, body));
  }

  /** The condition of a do loop is computed at the end of its body. */
  private void doLoop(DoStmt s) {
    Value[] condition = new Value[1];
    Op.Block body =
        in.block(
            s.getBody(),
            () -> {
              in.nested(() -> statements(s.getBody()));
              condition[0] = in.expressions.lower(s.getCondition(), Sigs.BOOLEAN).value();
            });
    in.emit(
        new Op.Loop(
            in.at.of(s), Op.Loop.Kind.DO, condition[0], Value.UNKNOWN, Value.UNKNOWN, body));
  }

  private void statements(Statement body) {
    in.statements.all(body instanceof BlockStmt block ? block.getStatements() : List.of(body));
  }
}
