package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers method references, as callables whose body is the call they stand for. The anchor of both
 * is the double colon; parameters are called {@code arg1}, {@code arg2} ….
 */
final class ReferenceLowering {
  private final FileLowering in;

  ReferenceLowering(FileLowering in) {
    this.in = in;
  }

  /** Lowers a reference as the callable of that id. */
  Value lower(MemberReferenceTree e, String id) {
    Attribution.Function function = in.known.function(e);
    Tree qualifier = ExpressionLowering.strip(e.getQualifierExpression());
    boolean isType = namesType(qualifier);
    Value scope = isType ? Value.UNKNOWN : in.expressions.lower(qualifier);
    Frame inner = new Frame(id, Callable.Kind.METHOD_REFERENCE, in.frame.owner, in.frame);
    Origin origin = in.at.of(e, in.at.colons(e));
    boolean nothing = function != null && function.isVoid();
    Value root = root(scope);
    if (root instanceof Value.Local || root instanceof Value.Param) {
      inner.capture(root, typeOf(root), origin);
    } else if (root instanceof Value.This) {
      inner.capture(root, in.scope.className(), origin);
    }
    String[] gives = {"void"};
    Op.Block steps =
        in.inside(
            inner,
            e,
            () -> {
              List<Value> args = params(inner, function, origin);
              Called called = new Called(e, qualifier, isType, bound(scope));
              gives[0] = result(e, qualifier);
              Value value = body(called, args, origin, gives[0]);
              if (!nothing && !gives[0].equals("void")) {
                in.emit(new Op.Return(origin, value));
              }
            });
    in.closures.finish(inner, steps, nothing ? "void" : gives[0], origin);
    return in.closures.make(e, function, id, origin);
  }

  private boolean namesType(Tree qualifier) {
    return switch (qualifier.getKind()) {
      case PRIMITIVE_TYPE, ARRAY_TYPE, PARAMETERIZED_TYPE, ANNOTATED_TYPE -> true;
      default -> in.known.namedType(qualifier) != null;
    };
  }

  /** The variable or type that a chain of fields starts from. */
  private static Value root(Value value) {
    return value instanceof Value.Field field ? root(field.base()) : value;
  }

  /** The erased type of a captured variable. */
  private String typeOf(Value variable) {
    Scope.Variable found = in.scope.declaring(variable);
    return found == null ? dev.asynclint.core.ir.Types.UNKNOWN : found.type();
  }

  private List<Value> params(Frame inner, Attribution.Function function, Origin origin) {
    List<Value> args = new ArrayList<>();
    if (function != null) {
      for (TypeMirror type : function.params()) {
        String name = ("arg" + (args.size() + 1)).intern();
        inner.params.add(new Callable.Variable(name, in.known.erased(type), List.of(), origin));
        args.add(in.shared(new Value.Param(name)));
      }
    }
    return args;
  }

  private String result(MemberReferenceTree e, Tree qualifier) {
    if (isNew(e)) {
      return in.known.erased(in.known.type(qualifier));
    }
    TypeMirror type = in.known.referenceResult(e);
    return in.known.erased(type);
  }

  private static boolean isNew(MemberReferenceTree e) {
    return e.getMode() == MemberReferenceTree.ReferenceMode.NEW;
  }

  /**
   * What a reference calls.
   *
   * @param scope the receiver where the reference states one
   */
  private record Called(MemberReferenceTree e, Tree qualifier, boolean isType, Value scope) {}

  private Value body(Called called, List<Value> args, Origin origin, String gives) {
    String type = in.known.erased(in.known.type(called.qualifier()));
    ExecutableElement method = in.known.method(called.e());
    if (isNew(called.e())) {
      if (type.endsWith("]")) {
        Target none = new Target.Unknown("<init>", args.size(), type);
        return in.creations.create(origin, type, none, args);
      }
      Origin at = in.at.of(called.e(), in.at.start(called.qualifier()));
      return in.creations.create(at, type, in.calls.constructor(method, type, args), args);
    }
    boolean isStatic = method != null && in.known.isStatic(method);
    boolean unbound = method != null && called.isType() && !isStatic && !args.isEmpty();
    Value receiver = unbound ? args.get(0) : called.scope();
    List<Value> passed = unbound ? args.subList(1, args.size()) : args;
    String name = in.known.words.of(called.e().getName());
    CallLowering.Callee callee = new CallLowering.Callee(method, name, receiver, type, false);
    return in.calls.finish(origin, callee, passed, gives);
  }

  /** A receiver computed outside has no name inside. */
  private static Value bound(Value value) {
    Value root = root(value);
    boolean named =
        root instanceof Value.Local
            || root instanceof Value.Param
            || root instanceof Value.TypeName
            || root instanceof Value.This;
    return named ? value : Value.UNKNOWN;
  }
}
