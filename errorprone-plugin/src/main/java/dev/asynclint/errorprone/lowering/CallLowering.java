package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** Lowers method calls and the arguments of calls and creations. */
final class CallLowering {
  private final FileLowering in;

  CallLowering(FileLowering in) {
    this.in = in;
  }

  /**
   * What a call calls.
   *
   * @param method null when it is not known
   * @param type erased static type of the receiver
   * @param unqualified whether the source names no receiver
   */
  record Callee(
      ExecutableElement method, String name, Value receiver, String type, boolean unqualified) {}

  /** Emits a call and gives its result. */
  Value lower(MethodInvocationTree e) {
    Tree select = ExpressionLowering.strip(e.getMethodSelect());
    Callee callee =
        select instanceof MemberSelectTree qualified
            ? qualified(qualified)
            : unqualified((IdentifierTree) select, e);
    List<Value> args = arguments(e.getArguments());
    Origin origin = in.at.of(e, in.at.name(select));
    return finish(origin, callee, args, in.known.erased(in.known.type(e)));
  }

  /** Whether this is {@code this(…)} or {@code super(…)}. */
  static boolean isConstructorCall(MethodInvocationTree e) {
    Tree select = e.getMethodSelect();
    return select instanceof IdentifierTree name && isSelf(name.getName())
        || select instanceof MemberSelectTree outer && isSelf(outer.getIdentifier());
  }

  private static boolean isSelf(javax.lang.model.element.Name name) {
    return name.contentEquals("this") || name.contentEquals("super");
  }

  private Callee qualified(MemberSelectTree select) {
    ExpressionTree scope = select.getExpression();
    Value receiver = in.expressions.lower(scope);
    String type = in.known.erased(in.known.type(scope));
    ExecutableElement method = in.known.method(select);
    return new Callee(method, in.known.words.of(select.getIdentifier()), receiver, type, false);
  }

  private Callee unqualified(IdentifierTree select, MethodInvocationTree e) {
    ExecutableElement method = in.known.method(select);
    String name = in.known.words.of(select.getName());
    if (method == null) {
      return new Callee(null, name, Value.UNKNOWN, Types.UNKNOWN, true);
    }
    Attribution.Signature signature = in.known.signature(method);
    Value receiver = signature.isStatic() ? Value.UNKNOWN : in.names.thisValue(e);
    return new Callee(method, name, receiver, signature.owner(), true);
  }

  /** Emits the call once its arguments are lowered. */
  Value finish(Origin origin, Callee callee, List<Value> args, String type) {
    Target target = target(callee.method(), callee, args.size());
    Value receiver = callee.receiver();
    if (target instanceof Target.Known known && known.isStatic()) {
      receiver = in.shared(new Value.TypeName(known.owner()));
    }
    return in.call(origin, target, receiver, args, type);
  }

  private Target target(ExecutableElement method, Callee callee, int arity) {
    if (method == null) {
      return new Target.Unknown(callee.name(), arity, callee.type());
    }
    Attribution.Signature known = in.known.signature(method);
    boolean isStatic = known.isStatic();
    String on = isStatic || callee.unqualified() ? known.owner() : callee.type();
    return new Target.Known(known.owner(), callee.name(), arity, known.parameters(), on, isStatic);
  }

  /** {@code this(…)} and {@code super(…)}. */
  void explicitConstructor(MethodInvocationTree e, Origin origin) {
    Tree select = e.getMethodSelect();
    if (select instanceof MemberSelectTree outer) {
      in.expressions.lower(outer.getExpression());
    }
    ExecutableElement method = in.known.method(select);
    List<Value> args = arguments(e.getArguments());
    Target target =
        constructor(
            method, method == null ? Types.UNKNOWN : in.known.signature(method).owner(), args);
    in.call(origin, target, Value.THIS, args, "void");
  }

  /** The constructor a creation of a type calls; null stands for one that is not known. */
  Target constructor(ExecutableElement method, String type, List<Value> args) {
    return target(method, new Callee(method, "<init>", Value.UNKNOWN, type, false), args.size());
  }

  /**
   * Lowers arguments. Closures come last, as in the other front end, where the plain arguments tell
   * what the closures are; the steps still end up in source order.
   */
  List<Value> arguments(List<? extends ExpressionTree> args) {
    if (args.stream().noneMatch(ExpressionLowering::isClosure)) {
      Value[] plain = new Value[args.size()];
      for (int i = 0; i < plain.length; i++) {
        plain[i] = in.expressions.lower(args.get(i));
      }
      return List.of(plain);
    }
    Value[] values = new Value[args.size()];
    String[] closures = new String[args.size()];
    List<List<Op>> steps = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int index = i;
      if (ExpressionLowering.isClosure(args.get(i))) {
        closures[i] = in.frame.nextClosure();
        steps.add(List.of());
      } else {
        steps.add(in.frame.collect(() -> values[index] = in.expressions.lower(args.get(index))));
      }
    }
    for (int i = 0; i < values.length; i++) {
      int index = i;
      if (closures[i] != null) {
        steps.set(
            i, in.frame.collect(() -> values[index] = closure(args.get(index), closures[index])));
      }
    }
    steps.forEach(in.frame::emitAll);
    return List.of(values);
  }

  private Value closure(ExpressionTree e, String id) {
    return ExpressionLowering.strip(e) instanceof LambdaExpressionTree lambda
        ? in.closures.lambda(lambda, id)
        : in.references.lower((MemberReferenceTree) ExpressionLowering.strip(e), id);
  }
}
