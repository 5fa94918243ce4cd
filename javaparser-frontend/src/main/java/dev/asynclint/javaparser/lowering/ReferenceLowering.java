package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Argument;
import dev.asynclint.javaparser.resolve.Inference;
import dev.asynclint.javaparser.resolve.Method;
import dev.asynclint.javaparser.resolve.Overloads;
import dev.asynclint.javaparser.resolve.Shape;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers method references, as callables whose body is the call they stand for. The anchor of both
 * is the double colon; parameters are called {@code arg1}, {@code arg2} ….
 */
final class ReferenceLowering {
  private final FileLowering in;

  ReferenceLowering(FileLowering in) {
    this.in = in;
  }

  /**
   * What can be said of a reference before its target type is known.
   *
   * @param isNew whether it creates something
   */
  private record Referent(Typed scope, List<Method> methods, boolean isNew) {}

  private Referent referent(MethodReferenceExpr e) {
    boolean isNew = e.getIdentifier().equals("new");
    Typed scope =
        e.getScope() instanceof SuperExpr
            ? Typed.of(in.names.thisValue(e), in.names.superclass())
            : in.names.qualifier(e.getScope());
    TypeSig type = in.upper(scope.type());
    List<Method> methods = List.of();
    if (type instanceof TypeSig.Named named) {
      methods =
          isNew
              ? in.creations.constructors(named, named.name(), named.args().isEmpty())
              : in.project.table.methods(named, e.getIdentifier());
    } else if (type instanceof TypeSig.Array && !isNew) {
      methods = in.project.table.methods("java.lang.Object", e.getIdentifier());
    }
    return new Referent(scope, methods, isNew);
  }

  /** What a reference looks like before its target type is known. */
  Shape shape(MethodReferenceExpr e) {
    Referent[] referent = new Referent[1];
    in.frame.collect(() -> referent[0] = quiet(e));
    List<Method> methods = referent[0].methods();
    if (methods.isEmpty()) {
      return new Shape(n -> true, true, true);
    }
    boolean isType = referent[0].scope().isType();
    boolean isNew = referent[0].isNew();
    boolean value = isNew || methods.stream().anyMatch(m -> !m.returns().equals(Sigs.VOID));
    return new Shape(
        n -> methods.stream().anyMatch(m -> takes(m, n, isType && !isNew)), value, true);
  }

  /** Looks at the scope only where that emits nothing. */
  private Referent quiet(MethodReferenceExpr e) {
    Expression scope = e.getScope();
    boolean plain =
        scope.isTypeExpr() || scope.isNameExpr() || scope.isThisExpr() || scope.isSuperExpr();
    return plain
        ? referent(e)
        : new Referent(Typed.UNKNOWN, List.of(), e.getIdentifier().equals("new"));
  }

  private static boolean takes(Method method, int arguments, boolean isType) {
    boolean unbound = isType && !method.is(Flags.STATIC);
    return method.accepts(unbound ? arguments - 1 : arguments);
  }

  /** Lowers a reference for a target type, as the callable of that id. */
  ClosureLowering.Closure lower(MethodReferenceExpr e, TypeSig target, String id) {
    ClosureLowering.Function function = in.closures.function(target);
    Referent referent = referent(e);
    Frame inner = new Frame(id, Callable.Kind.METHOD_REFERENCE, in.frame.owner, in.frame);
    Scope scope = in.scope.callable(inner, in.scope.types);
    Origin origin = in.at.of(e, in.at.colons(e));
    Typed[] result = {Typed.UNKNOWN};
    boolean nothing = function != null && function.returns().equals(Sigs.VOID);
    Value root = root(referent.scope().value());
    if (root instanceof Value.Local || root instanceof Value.Param) {
      inner.capture(root, in.erase(in.names.typeOf(root)), origin);
    } else if (root instanceof Value.This) {
      inner.capture(root, in.scope.className(), origin);
    }
    Op.Block steps =
        in.inside(
            inner,
            scope,
            e,
            () -> {
              List<TypeSig> params = params(referent, function);
              List<Typed> args = new ArrayList<>();
              for (int i = 0; i < params.size(); i++) {
                String name = "arg" + (i + 1);
                in.param(name, params.get(i), List.of(), origin);
                args.add(Typed.of(in.shared(new Value.Param(name)), params.get(i)));
              }
              result[0] = body(e, referent, args, origin, inner.expected);
              if (!nothing && !result[0].type().equals(Sigs.VOID)) {
                in.emit(new Op.Return(origin, result[0].value()));
              }
            });
    String returns = nothing ? "void" : in.erase(result[0].type());
    in.closures.finish(inner, "lambda", steps, returns, origin);
    TypeSig type = function == null ? TypeSig.UNKNOWN : Sigs.bound(target);
    Typed value = in.closures.make(id, type, origin);
    return new ClosureLowering.Closure(value, params(referent, function), result[0].type());
  }

  /** The variable or type that a chain of fields starts from. */
  private static Value root(Value value) {
    return value instanceof Value.Field field ? root(field.base()) : value;
  }

  /** What the target type leaves open the only method it can be tells. */
  private static List<TypeSig> params(Referent referent, ClosureLowering.Function function) {
    List<TypeSig> guessed = guess(referent);
    if (function == null || !function.params().contains(TypeSig.UNKNOWN)) {
      return function == null ? guessed : function.params();
    }
    List<TypeSig> params = new ArrayList<>(function.params());
    for (int i = 0; i < params.size() && guessed.size() == params.size(); i++) {
      if (params.get(i) == TypeSig.UNKNOWN) {
        params.set(i, guessed.get(i));
      }
    }
    return params;
  }

  private static List<TypeSig> guess(Referent referent) {
    if (referent.methods().size() != 1) {
      return List.of();
    }
    Method method = referent.methods().get(0);
    List<TypeSig> params = new ArrayList<>();
    if (referent.scope().isType() && !referent.isNew() && !method.is(Flags.STATIC)) {
      params.add(referent.scope().type());
    }
    for (TypeSig param : method.params()) {
      params.add(Sigs.mentions(param, v -> v.endsWith(Method.MARK)) ? TypeSig.UNKNOWN : param);
    }
    return params;
  }

  private Typed body(
      MethodReferenceExpr e, Referent referent, List<Typed> args, Origin origin, TypeSig expected) {
    String name = e.getIdentifier();
    TypeSig type = in.upper(referent.scope().type());
    if (referent.isNew() && type instanceof TypeSig.Array) {
      List<Value> size = args.stream().map(Typed::value).toList();
      int op = in.frame.nextResult();
      String erased = in.erase(type);
      Target none = CallLowering.unknown("<init>", size.size(), erased);
      in.emit(new Op.New(origin, erased, in.project.shared(none), size, op));
      return Typed.of(in.shared(new Value.Result(op)), type);
    }
    boolean unbound = isUnbound(referent, args);
    List<Typed> passed = unbound ? args.subList(1, args.size()) : args;
    List<Method> candidates = new ArrayList<>();
    for (Method method : unbound ? on(args.get(0), type, referent) : referent.methods()) {
      boolean fits =
          !referent.scope().isType() || referent.isNew() || method.is(Flags.STATIC) != unbound;
      if (fits && method.accepts(passed.size())) {
        candidates.add(method);
      }
    }
    List<Argument> arguments = passed.stream().map(arg -> new Argument(arg.type(), null)).toList();
    Overloads.Choice choice = in.project.overloads.choose(candidates, arguments, in::bound);
    if (choice.methods().isEmpty() && candidates.size() == 1) {
      // A type variable that this very reference narrows looks like its bound from here.
      boolean spread = candidates.get(0).params().size() != passed.size();
      choice = new Overloads.Choice(candidates, spread);
    }
    Inference inference = new Inference(in.project.table, in::bound);
    if (choice.isSure()) {
      for (int i = 0; i < passed.size(); i++) {
        inference.argument(choice.methods().get(0).param(i, choice.spread()), passed.get(i).type());
      }
    }
    List<Value> values = passed.stream().map(Typed::value).toList();
    ArgumentLowering.Result result =
        new ArgumentLowering.Result(values, choice.methods(), inference);
    if (referent.isNew()) {
      Target target = in.calls.constructor(type, result);
      TypeSig created = choice.isSure() ? inference.apply(choice.methods().get(0).returns()) : type;
      TypeSig made = created.equals(Sigs.VOID) ? type : created;
      return in.creations.create(e, e.getScope(), in.erase(type), target, values, made);
    }
    Value receiver = unbound ? args.get(0).value() : bound(referent.scope().value());
    return in.calls.finish(
        origin, name, new CallLowering.Callee(candidates, receiver, type, false), result);
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

  /** Methods of a raw type seen through the arguments of the object it is called on. */
  private List<Method> on(Typed receiver, TypeSig type, Referent referent) {
    if (type instanceof TypeSig.Named raw
        && raw.args().isEmpty()
        && in.upper(receiver.type()) instanceof TypeSig.Named given) {
      TypeSig.Named seen = in.project.table.asSuper(given, raw.name());
      if (seen != null && !referent.methods().isEmpty()) {
        return in.project.table.methods(seen, referent.methods().get(0).name());
      }
    }
    return referent.methods();
  }

  private boolean isUnbound(Referent referent, List<Typed> args) {
    if (!referent.scope().isType() || referent.isNew() || args.isEmpty()) {
      return false;
    }
    int count = args.size();
    boolean asStatic =
        referent.methods().stream().anyMatch(m -> m.is(Flags.STATIC) && m.accepts(count));
    boolean asInstance =
        referent.methods().stream().anyMatch(m -> !m.is(Flags.STATIC) && m.accepts(count - 1));
    return asInstance && !asStatic;
  }
}
