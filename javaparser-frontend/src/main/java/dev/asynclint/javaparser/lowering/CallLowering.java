package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Imports;
import dev.asynclint.javaparser.resolve.Inference;
import dev.asynclint.javaparser.resolve.Method;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/** Lowers method calls: finds the receiver, the methods that can be meant, and the result. */
final class CallLowering {
  private final FileLowering in;

  CallLowering(FileLowering in) {
    this.in = in;
  }

  /**
   * What a call is made on.
   *
   * @param type static type of the receiver
   * @param unqualified whether the source names no receiver
   */
  record Callee(List<Method> candidates, Value receiver, TypeSig type, boolean unqualified) {}

  /** Emits a call and gives its result. */
  Typed lower(MethodCallExpr e, TypeSig expected) {
    String name = e.getNameAsString();
    Callee callee = e.getScope().map(scope -> on(scope, name)).orElseGet(() -> unqualified(e));
    List<TypeSig> explicit = new ArrayList<>();
    e.getTypeArguments()
        .ifPresent(
            list -> list.forEach(arg -> explicit.add(in.scope.types.resolve(AstTypes.raw(arg)))));
    ArgumentLowering.Result args =
        in.arguments.lower(callee.candidates(), e.getArguments(), explicit, expected);
    Origin origin = in.at.of(e, e.getName());
    return finish(origin, name, callee, args);
  }

  /** The class a call returns, told without lowering it; unknown where that takes more. */
  TypeSig glance(MethodCallExpr e) {
    Expression scope = e.getScope().orElse(null);
    if (scope != null && !scope.isNameExpr() && !scope.isFieldAccessExpr()) {
      return TypeSig.UNKNOWN;
    }
    Callee[] callee = new Callee[1];
    String name = e.getNameAsString();
    in.frame.collect(() -> callee[0] = scope == null ? unqualified(e) : on(scope, name));
    TypeSig common = null;
    for (Method method : callee[0].candidates()) {
      if (method.accepts(e.getArguments().size())) {
        if (!(method.returns() instanceof TypeSig.Named named)
            || common != null && !Sigs.is(common, named.name())) {
          return TypeSig.UNKNOWN;
        }
        common = TypeSig.named(named.name());
      }
    }
    return common == null ? TypeSig.UNKNOWN : common;
  }

  /** The methods and the receiver of a qualified call. */
  private Callee on(Expression scope, String name) {
    if (scope instanceof SuperExpr self) {
      TypeSig type =
          self.getTypeName()
              .map(outer -> in.names.superOf(in.scope.types.name(outer.asString())))
              .orElseGet(in.names::superclass);
      return on(Typed.of(in.names.thisValue(scope), type), name);
    }
    return on(in.names.qualifier(scope), name);
  }

  /** The methods of that name that a value or type has. */
  Callee on(Typed receiver, String name) {
    TypeSig type = in.upper(receiver.type());
    List<Method> found = List.of();
    if (type instanceof TypeSig.Named named) {
      found = in.project.table.methods(named, name);
    } else if (type instanceof TypeSig.Array) {
      found = in.project.table.methods("java.lang.Object", name);
    }
    if (receiver.isType()) {
      found = found.stream().filter(method -> method.is(Flags.STATIC)).toList();
    }
    return new Callee(found, receiver.value(), type, false);
  }

  /** The methods of the innermost class that has any of that name, else imported ones. */
  private Callee unqualified(MethodCallExpr e) {
    String name = e.getNameAsString();
    String incomplete = null;
    for (Scope scope = in.scope; scope != null; scope = scope.outer) {
      if (scope.classBody == null) {
        continue;
      }
      TypeSig.Named self = in.project.table.self(scope.classBody);
      List<Method> found = in.project.table.methods(self, name);
      if (!found.isEmpty()) {
        Method first = found.get(0);
        Value receiver =
            first.is(Flags.STATIC)
                ? in.shared(new Value.TypeName(first.owner()))
                : in.names.thisValue(e);
        return new Callee(found, receiver, self, true);
      }
      if (incomplete == null && !in.project.table.isComplete(scope.classBody)) {
        incomplete = scope.classBody;
      }
    }
    Imports imports = in.scope.types.file().imports();
    List<String> single = imports.staticSingle().getOrDefault(name, List.of());
    for (String owner : single) {
      Callee callee = imported(owner, name);
      if (!callee.candidates().isEmpty()) {
        return callee;
      }
    }
    for (String owner : imports.staticOnDemand()) {
      Callee callee = imported(owner, name);
      if (!callee.candidates().isEmpty()) {
        return callee;
      }
    }
    if (single.size() == 1) {
      return imported(single.get(0), name);
    }
    TypeSig type = incomplete == null ? TypeSig.UNKNOWN : TypeSig.named(incomplete);
    boolean onlyThis = imports.staticOnDemand().isEmpty() && incomplete != null;
    return new Callee(
        List.of(),
        onlyThis ? in.names.thisValue(e) : Value.UNKNOWN,
        onlyThis ? type : TypeSig.UNKNOWN,
        true);
  }

  private Callee imported(String owner, String name) {
    TypeSig.Named type = TypeSig.named(owner);
    List<Method> found =
        in.project.table.methods(type, name).stream()
            .filter(method -> method.is(Flags.STATIC))
            .toList();
    return new Callee(found, in.shared(new Value.TypeName(owner)), type, true);
  }

  /** Emits the call once its arguments are lowered. */
  Typed finish(Origin origin, String name, Callee callee, ArgumentLowering.Result args) {
    int arity = args.values().size();
    List<Method> methods = args.methods();
    Target target = target(name, arity, methods, callee);
    Value receiver = callee.receiver();
    if (target instanceof Target.Known known && known.isStatic()) {
      receiver = in.shared(new Value.TypeName(known.owner()));
    } else if (target instanceof Target.Known && callee.unqualified()) {
      receiver = Value.THIS;
    }
    TypeSig type = result(name, arity, methods, callee, args.inference());
    return in.call(origin, target, receiver, args.values(), type);
  }

  private Target target(String name, int arity, List<Method> methods, Callee callee) {
    String receiver = in.erase(callee.type());
    if (methods.isEmpty()) {
      return new Target.Unknown(name, arity, receiver);
    }
    List<Target.Known> known = new ArrayList<>();
    for (Method method : methods) {
      boolean isStatic = method.is(Flags.STATIC);
      String parameters = methods.size() == 1 ? method.descriptor() : "";
      String on = isStatic || callee.unqualified() ? method.owner() : receiver;
      Target.Known one =
          new Target.Known(method.owner(), method.name(), arity, parameters, on, isStatic);
      if (!known.contains(one)) {
        known.add(one);
      }
    }
    if (known.size() == 1) {
      return known.get(0);
    }
    boolean sameOwner = known.stream().map(Target.Known::owner).distinct().count() == 1;
    return sameOwner ? known.get(0) : new Target.OneOf(known);
  }

  private TypeSig result(
      String name, int arity, List<Method> methods, Callee callee, Inference inference) {
    if (name.equals("getClass") && arity == 0 && !callee.unqualified()) {
      TypeSig bound = new TypeSig.Wildcard(TypeSig.named(in.erase(callee.type())), false);
      return new TypeSig.Named("java.lang.Class", List.of(bound));
    }
    if (name.equals("clone") && callee.type() instanceof TypeSig.Array) {
      return callee.type();
    }
    TypeSig common = null;
    for (Method method : methods) {
      TypeSig type = methods.size() == 1 ? inferred(method, inference) : open(method);
      if (common != null && !common.equals(type)) {
        return TypeSig.UNKNOWN;
      }
      common = type;
    }
    return common == null ? TypeSig.UNKNOWN : common;
  }

  private TypeSig inferred(Method method, Inference inference) {
    TypeSig returns = method.returns();
    if (returns instanceof TypeSig.Var variable
        && variable.name().endsWith(Method.MARK)
        && !inference.knows(variable.name())) {
      boolean free =
          method.params().stream()
              .noneMatch(param -> Sigs.mentions(param, v -> v.equals(variable.name())));
      return free ? boundOf(method, variable.name()) : TypeSig.UNKNOWN;
    }
    return Sigs.bound(inference.apply(returns));
  }

  private static TypeSig boundOf(Method method, String variable) {
    return method.vars().stream()
        .filter(param -> param.name().equals(variable))
        .map(param -> param.bound())
        .filter(bound -> !bound.equals(Sigs.OBJECT) && bound instanceof TypeSig.Named)
        .map(bound -> (TypeSig) TypeSig.named(((TypeSig.Named) bound).name()))
        .findFirst()
        .orElse(TypeSig.UNKNOWN);
  }

  /** The result of a method whose own variables are not inferred. */
  private static TypeSig open(Method method) {
    return Sigs.bound(
        Sigs.mapVariables(
            method.returns(), v -> v.name().endsWith(Method.MARK) ? TypeSig.UNKNOWN : v));
  }

  /** {@code this(…)} and {@code super(…)}. */
  void explicitConstructor(ExplicitConstructorInvocationStmt e) {
    e.getExpression().ifPresent(outer -> in.expressions.lower(outer, TypeSig.UNKNOWN));
    TypeSig type = e.isThis() ? in.project.table.self(in.scope.className()) : in.names.superclass();
    List<Method> found =
        type instanceof TypeSig.Named named ? in.project.table.methods(named, "<init>") : List.of();
    ArgumentLowering.Result args =
        in.arguments.lower(found, e.getArguments(), List.of(), TypeSig.UNKNOWN);
    Callee callee = new Callee(found, Value.THIS, type, false);
    Target target = target("<init>", args.values().size(), args.methods(), callee);
    in.call(in.at.of(e), target, Value.THIS, args.values(), Sigs.VOID);
  }

  /** The constructor a creation calls. */
  Target constructor(TypeSig type, ArgumentLowering.Result args) {
    Callee callee = new Callee(List.of(), Value.UNKNOWN, type, false);
    return target("<init>", args.values().size(), args.methods(), callee);
  }

  /** Unknown, with the type it would be called on. */
  static Target unknown(String name, int arity, String receiver) {
    return new Target.Unknown(name, arity, receiver == null ? Types.UNKNOWN : receiver);
  }
}
