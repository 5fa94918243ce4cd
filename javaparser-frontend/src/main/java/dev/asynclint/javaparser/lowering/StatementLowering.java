package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.List;

/** Sends every statement to the room that lowers it, and lowers the plain ones itself. */
final class StatementLowering {
  private final FileLowering in;

  StatementLowering(FileLowering in) {
    this.in = in;
  }

  /** Statements of one block whose scope is already open. */
  void all(List<Statement> statements) {
    statements.forEach(this::lower);
  }

  /** A statement as a block of its own. */
  Op.Block block(Statement s) {
    return in.block(
        s,
        () ->
            in.nested(
                () -> {
                  if (s instanceof BlockStmt block) {
                    all(block.getStatements());
                  } else {
                    lower(s);
                  }
                }));
  }

  /** Emits the steps of a statement. */
  void lower(Statement s) {
    in.types.before(s);
    if (s instanceof ExpressionStmt statement) {
      in.expressions.lower(statement.getExpression(), TypeSig.UNKNOWN);
    } else if (s instanceof ReturnStmt statement) {
      returns(statement);
    } else if (s instanceof IfStmt statement) {
      branch(statement);
    } else if (s instanceof BlockStmt) {
      in.emit(block(s));
    } else if (s instanceof ForEachStmt || s instanceof ForStmt) {
      in.loops.lower(s);
    } else if (s instanceof WhileStmt || s instanceof DoStmt) {
      in.loops.lower(s);
    } else if (s instanceof TryStmt statement) {
      in.tries.lower(statement);
    } else if (s instanceof ThrowStmt statement) {
      Value value = in.expressions.lower(statement.getExpression(), TypeSig.UNKNOWN).value();
      in.emit(new Op.Throw(in.at.of(s), value));
    } else if (s instanceof SwitchStmt statement) {
      in.switches.statement(statement);
    } else if (s instanceof SynchronizedStmt statement) {
      Value lock = in.expressions.lower(statement.getExpression(), TypeSig.UNKNOWN).value();
      in.emit(new Op.Sync(in.at.of(s), lock, block(statement.getBody())));
    } else if (s instanceof ExplicitConstructorInvocationStmt statement) {
      in.calls.explicitConstructor(statement);
    } else if (s instanceof LabeledStmt statement) {
      lower(statement.getStatement());
    } else {
      rare(s);
    }
  }

  private void rare(Statement s) {
    if (s instanceof LocalClassDeclarationStmt statement) {
      in.types.local(statement.getClassDeclaration());
    } else if (s instanceof LocalRecordDeclarationStmt statement) {
      in.types.local(statement.getRecordDeclaration());
    } else if (s instanceof YieldStmt statement) {
      in.switches.yield(statement);
    } else if (s instanceof BreakStmt) {
      in.emit(new Op.Opaque(in.at.of(s), "break", List.of()));
    } else if (s instanceof ContinueStmt) {
      in.emit(new Op.Opaque(in.at.of(s), "continue", List.of()));
    } else if (s instanceof AssertStmt statement) {
      List<Op> steps =
          in.frame.collect(
              () -> {
                in.expressions.lower(statement.getCheck(), Sigs.BOOLEAN);
                statement
                    .getMessage()
                    .ifPresent(message -> in.expressions.lower(message, TypeSig.UNKNOWN));
              });
      in.emit(new Op.Opaque(in.at.of(s), "assert", steps));
    } else if (!(s instanceof EmptyStmt)) {
      in.emit(new Op.Opaque(in.at.of(s), "unparsable", List.of()));
    }
  }

  private void returns(ReturnStmt s) {
    Value value = Value.UNKNOWN;
    if (s.getExpression().isPresent()) {
      Typed result = in.expressions.lower(s.getExpression().get(), in.frame.expected);
      in.frame.results.add(result.type());
      value = result.value();
    }
    in.emit(new Op.Return(in.at.of(s), value));
  }

  /** {@code if … else if … else}, without recursion along the chain of conditions that hold. */
  private void branch(IfStmt s) {
    Value condition = in.expressions.lower(s.getCondition(), Sigs.BOOLEAN).value();
    Op.Block then = block(s.getThenStmt());
    Op.Block otherwise =
        s.getElseStmt()
            .map(
                statement ->
                    statement instanceof IfStmt
                        ? in.block(statement, () -> lower(statement))
                        : block(statement))
            .orElse(Op.Block.EMPTY);
    in.emit(new Op.Branch(in.at.of(s), condition, List.of(then, otherwise), true));
  }

  /** Local variables; a declaration with an initialiser is a write. */
  void declare(VariableDeclarationExpr e) {
    List<Annotation> annotations = in.types.annotations(e.getAnnotations());
    for (VariableDeclarator variable : e.getVariables()) {
      boolean isVar = variable.getType().isVarType();
      TypeSig type = in.scope.types.resolve(AstTypes.raw(variable.getType()));
      Value value = null;
      if (variable.getInitializer().isPresent()) {
        Typed initial = initial(variable.getInitializer().get(), type);
        type = isVar ? initial.type() : type;
        value = initial.value();
      }
      Value.Local local = in.declare(variable.getNameAsString(), type, variable, annotations);
      if (value != null) {
        in.emit(new Op.Write(in.at.of(variable, variable.getName()), local, value));
      }
    }
  }

  /** An initialiser, which may be braces alone. */
  Typed initial(Expression e, TypeSig type) {
    return e instanceof ArrayInitializerExpr braces
        ? in.creations.initializer(braces, type, braces)
        : in.expressions.lower(e, type);
  }
}
