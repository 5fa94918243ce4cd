package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.List;

/** Sends every expression to the room that lowers it, and lowers the plain ones itself. */
final class ExpressionLowering {
  private final FileLowering in;

  ExpressionLowering(FileLowering in) {
    this.in = in;
  }

  /** Emits the steps of an expression and tells what it gives. */
  Value lower(Tree e) {
    Tree inner = strip(e);
    if (inner instanceof MethodInvocationTree call) {
      return in.calls.lower(call);
    }
    if (inner instanceof IdentifierTree name) {
      return in.names.name(name, true);
    }
    if (inner instanceof LiteralTree literal) {
      Object value = literal.getValue();
      return value == null ? Value.Const.NULL : in.shared(new Value.Const(value));
    }
    if (inner instanceof MemberSelectTree access) {
      return in.names.access(access, true);
    }
    if (inner instanceof NewClassTree creation) {
      return in.creations.lower(creation);
    }
    if (inner instanceof BinaryTree binary) {
      return in.operators.binary(binary);
    }
    if (inner instanceof LambdaExpressionTree lambda) {
      return in.closures.lambda(lambda, in.frame.nextClosure());
    }
    if (inner instanceof AssignmentTree assign) {
      return in.operators.assign(assign);
    }
    if (inner instanceof MemberReferenceTree reference) {
      return in.references.lower(reference, in.frame.nextClosure());
    }
    if (inner instanceof TypeCastTree cast) {
      return lower(cast.getExpression());
    }
    return rare(inner);
  }

  private Value rare(Tree e) {
    if (e instanceof CompoundAssignmentTree assign) {
      return in.operators.compound(assign);
    }
    if (e instanceof UnaryTree unary) {
      return in.operators.unary(unary);
    }
    if (e instanceof ConditionalExpressionTree conditional) {
      return in.operators.conditional(conditional);
    }
    if (e instanceof InstanceOfTree test) {
      return in.patterns.instanceOf(test);
    }
    if (e instanceof ArrayAccessTree access) {
      return element(access, true);
    }
    if (e instanceof NewArrayTree creation) {
      return in.creations.array(creation);
    }
    if (e instanceof SwitchExpressionTree choice) {
      return in.switches.expression(choice);
    }
    if (in.known.namedType(e) != null) {
      return in.names.type(in.known.namedType(e));
    }
    in.emit(new Op.Opaque(in.at.of(e), "unparsable", List.of()));
    return Value.UNKNOWN;
  }

  /** An element of an array; reading it is a step. */
  Value element(ArrayAccessTree e, boolean reading) {
    Value array = lower(e.getExpression());
    lower(e.getIndex());
    Value place = in.shared(new Value.Element(array));
    if (reading) {
      in.emit(new Op.Read(in.at.of(e), place));
    }
    return place;
  }

  /** The expression inside any number of parentheses. */
  static Tree strip(Tree e) {
    Tree inner = e;
    while (inner instanceof ParenthesizedTree enclosed) {
      inner = enclosed.getExpression();
    }
    return inner;
  }

  /** Whether an expression is a lambda or a method reference. */
  static boolean isClosure(ExpressionTree e) {
    Tree inner = strip(e);
    return inner instanceof LambdaExpressionTree || inner instanceof MemberReferenceTree;
  }
}
