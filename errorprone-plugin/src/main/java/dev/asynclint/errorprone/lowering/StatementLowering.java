package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.List;

/** Sends every statement to the room that lowers it, and lowers the plain ones itself. */
final class StatementLowering {
  private final FileLowering in;

  StatementLowering(FileLowering in) {
    this.in = in;
  }

  /** Statements of one block whose scope is already open. */
  void all(List<? extends StatementTree> statements) {
    statements.forEach(this::lower);
  }

  /** A statement as a block of its own. */
  Op.Block block(StatementTree s) {
    return in.block(
        s,
        () ->
            in.nested(
                () -> {
                  if (s instanceof BlockTree block) {
                    all(block.getStatements());
                  } else {
                    lower(s);
                  }
                }));
  }

  /** Emits the steps of a statement. */
  void lower(StatementTree s) {
    if (s instanceof ExpressionStatementTree statement) {
      plain(statement);
    } else if (s instanceof VariableTree variable) {
      declare(variable);
    } else if (s instanceof ReturnTree statement) {
      returns(statement);
    } else if (s instanceof IfTree statement) {
      branch(statement);
    } else if (s instanceof BlockTree) {
      in.emit(block(s));
    } else if (s instanceof EnhancedForLoopTree loop) {
      in.loops.forEach(loop);
    } else if (s instanceof ForLoopTree loop) {
      in.loops.counting(loop);
    } else if (s instanceof WhileLoopTree loop) {
      in.loops.whileLoop(loop);
    } else if (s instanceof DoWhileLoopTree loop) {
      in.loops.doLoop(loop);
    } else if (s instanceof TryTree statement) {
      in.tries.lower(statement);
    } else if (s instanceof ThrowTree statement) {
      Value value = in.expressions.lower(statement.getExpression());
      in.emit(new Op.Throw(in.at.of(s), value));
    } else if (s instanceof SwitchTree statement) {
      in.switches.statement(statement);
    } else if (s instanceof SynchronizedTree statement) {
      Value lock = in.expressions.lower(statement.getExpression());
      in.emit(new Op.Sync(in.at.of(s), lock, block(statement.getBlock())));
    } else if (s instanceof LabeledStatementTree statement) {
      lower(statement.getStatement());
    } else {
      rare(s);
    }
  }

  private void plain(ExpressionStatementTree s) {
    if (s.getExpression() instanceof MethodInvocationTree call
        && CallLowering.isConstructorCall(call)) {
      if (!in.at.isGenerated(s)) {
        in.calls.explicitConstructor(call, in.at.of(s));
      }
    } else {
      in.expressions.lower(s.getExpression());
    }
  }

  private void rare(StatementTree s) {
    if (s instanceof ClassTree declaration) {
      in.types.local(declaration);
    } else if (s instanceof YieldTree statement) {
      in.switches.yield(statement);
    } else if (s instanceof BreakTree) {
      in.emit(new Op.Opaque(in.at.of(s), "break", List.of()));
    } else if (s instanceof ContinueTree) {
      in.emit(new Op.Opaque(in.at.of(s), "continue", List.of()));
    } else if (s instanceof AssertTree statement) {
      List<Op> steps =
          in.frame.collect(
              () -> {
                in.expressions.lower(statement.getCondition());
                if (statement.getDetail() != null) {
                  in.expressions.lower(statement.getDetail());
                }
              });
      in.emit(new Op.Opaque(in.at.of(s), "assert", steps));
    } else if (!(s instanceof EmptyStatementTree)) {
      in.emit(new Op.Opaque(in.at.of(s), "unparsable", List.of()));
    }
  }

  private void returns(ReturnTree s) {
    Value value = Value.UNKNOWN;
    if (s.getExpression() != null) {
      value = in.expressions.lower(s.getExpression());
      in.frame.results.add(in.known.type(s.getExpression()));
    }
    in.emit(new Op.Return(in.at.of(s), value));
  }

  /** {@code if … else if … else}. */
  private void branch(IfTree s) {
    Value condition = in.expressions.lower(s.getCondition());
    Op.Block then = block(s.getThenStatement());
    StatementTree last = s.getElseStatement();
    Op.Block otherwise = Op.Block.EMPTY;
    if (last instanceof IfTree) {
      otherwise = in.block(last, () -> lower(last));
    } else if (last != null) {
      otherwise = block(last);
    }
    in.emit(new Op.Branch(in.at.of(s), condition, List.of(then, otherwise), true));
  }

  /** A local variable; a declaration with an initialiser is a write. */
  void declare(VariableTree v) {
    List<Annotation> annotations = in.types.annotations(v.getModifiers());
    Tree initial = v.getInitializer();
    Value value = initial == null ? null : in.expressions.lower(initial);
    Value.Local local = in.declare(v, annotations, in.at.declarator(v));
    if (value != null) {
      in.emit(new Op.Write(in.at.declarator(v), local, value));
    }
  }
}
