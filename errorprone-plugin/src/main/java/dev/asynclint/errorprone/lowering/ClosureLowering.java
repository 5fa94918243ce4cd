package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Lowers lambdas. The anchor is the arrow. */
final class ClosureLowering {
  private final FileLowering in;

  ClosureLowering(FileLowering in) {
    this.in = in;
  }

  /** Lowers a lambda as the callable of that id. */
  Value lambda(LambdaExpressionTree e, String id) {
    Attribution.Function function = in.known.function(e);
    Frame inner = new Frame(id, Callable.Kind.LAMBDA, in.frame.owner, in.frame);
    boolean nothing = function != null && function.isVoid();
    String[] gives = {"void"};
    Op.Block steps =
        in.inside(
            inner,
            e.getBody(),
            () -> {
              for (VariableTree param : e.getParameters()) {
                in.param(
                    param,
                    in.types.annotations(param.getModifiers()),
                    in.at.of(param, in.at.name(param)));
              }
              if (e.getBody() instanceof ExpressionTree value) {
                gives[0] = expressionBody(value, nothing);
              } else {
                BlockTree body = (BlockTree) e.getBody();
                in.statements.all(body.getStatements());
                if (!inner.results.isEmpty()) {
                  gives[0] = new Joining(in.known).join(inner.results);
                } else if (isEndless(body)) {
                  // A body that never ends normally can stand for any value.
                  gives[0] = Types.UNKNOWN;
                }
              }
            });
    Origin origin = in.at.of(e, in.at.arrow(e));
    finish(inner, steps, nothing ? "void" : gives[0], origin);
    return make(e, function, id, origin);
  }

  private String expressionBody(ExpressionTree e, boolean nothing) {
    Value value = in.expressions.lower(e);
    TypeMirror type = in.known.type(e);
    if (!nothing && (type == null || type.getKind() != TypeKind.VOID)) {
      in.emit(new Op.Return(in.at.of(e), value));
    }
    return in.known.erased(type);
  }

  private static boolean isEndless(BlockTree body) {
    List<? extends StatementTree> statements = body.getStatements();
    StatementTree last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
    boolean abrupt =
        last instanceof ThrowTree
            || last instanceof WhileLoopTree loop
                && ExpressionLowering.strip(loop.getCondition()) instanceof LiteralTree literal
                && Boolean.TRUE.equals(literal.getValue());
    return abrupt && !returns(body);
  }

  /** Whether a return statement of the lambda itself stands in its body. */
  private static boolean returns(BlockTree body) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        return tree instanceof ExpressionTree || tree instanceof ClassTree
            ? null
            : super.scan(tree, null);
      }

      @Override
      public Void visitReturn(ReturnTree tree, Void unused) {
        found[0] = true;
        return null;
      }
    }.scan(body, null);
    return found[0];
  }

  /** Adds a closure's callable to the unit. */
  void finish(Frame inner, Op.Block steps, String returns, Origin origin) {
    in.add(
        new Callable(
            inner.id,
            inner.kind,
            inner.owner,
            "lambda",
            inner.params,
            List.of(),
            Set.of(),
            inner.enclosing.id,
            inner.captures(),
            inner.locals,
            returns,
            steps,
            true,
            origin));
  }

  /** Emits that a closure becomes a value. */
  Value make(Tree e, Attribution.Function function, String id, Origin origin) {
    String type = function == null ? Types.UNKNOWN : in.known.erased(in.known.type(e));
    in.emit(new Op.Make(origin, id, type));
    return new Value.Closure(id);
  }
}
