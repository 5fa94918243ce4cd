package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Inference;
import dev.asynclint.javaparser.resolve.Method;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lowers creations of objects and arrays. */
final class CreationLowering {
  private final FileLowering in;

  CreationLowering(FileLowering in) {
    this.in = in;
  }

  /** {@code new T(…)}, with or without a class body. */
  Typed lower(ObjectCreationExpr e, TypeSig expected) {
    TypeSig type = type(e);
    boolean diamond = e.getType().getTypeArguments().map(args -> args.isEmpty()).orElse(false);
    List<Method> constructors = List.of();
    TypeSig wanted = TypeSig.UNKNOWN;
    if (type instanceof TypeSig.Named named) {
      ClassInfo info = in.project.table.info(named.name());
      boolean isInterface = info != null && info.is(Flags.INTERFACE);
      String owner = isInterface ? "java.lang.Object" : named.name();
      constructors = constructors(named, owner, diamond && !isInterface);
      wanted = diamond ? expected : TypeSig.UNKNOWN;
    }
    ArgumentLowering.Result args =
        in.arguments.lower(constructors, e.getArguments(), List.of(), wanted);
    if (diamond && type instanceof TypeSig.Named named) {
      type = inferred(named, args, expected);
    }
    Target target = in.calls.constructor(type, args);
    String created = in.erase(type);
    TypeSig result = type;
    if (e.getAnonymousClassBody().isPresent()) {
      created = in.types.anonymous(e, type, e.getAnonymousClassBody().get());
      result = TypeSig.named(created);
    }
    return create(e, e.getType().getName(), created, target, args.values(), result);
  }

  private TypeSig type(ObjectCreationExpr e) {
    if (e.getScope().isEmpty()) {
      return in.scope.types.resolve(AstTypes.raw(e.getType()));
    }
    TypeSig outer = in.upper(in.expressions.lower(e.getScope().get(), TypeSig.UNKNOWN).type());
    return outer instanceof TypeSig.Named named
        ? in.scope.types.name(named.name() + "." + e.getType().getNameAsString())
        : TypeSig.UNKNOWN;
  }

  /** Emits a creation. */
  Typed create(Node e, Node anchor, String type, Target target, List<Value> args, TypeSig result) {
    in.allCalls++;
    in.knownCalls += target instanceof Target.Unknown ? 0 : 1;
    int op = in.frame.nextResult();
    in.emit(new Op.New(in.at.of(e, anchor), type, in.project.shared(target), args, op));
    return Typed.of(in.shared(new Value.Result(op)), result);
  }

  /** Constructors; with a diamond the variables of the class are to be inferred. */
  List<Method> constructors(TypeSig.Named type, String owner, boolean diamond) {
    if (!owner.equals(type.name())) {
      return in.project.table.methods(owner, "<init>");
    }
    if (!diamond) {
      return in.project.table.methods(type, "<init>");
    }
    Map<String, TypeSig> renaming = new HashMap<>();
    List<TypeParam> vars = new ArrayList<>();
    List<TypeSig> args = new ArrayList<>();
    for (TypeParam param :
        in.project.table.info(owner) == null
            ? List.<TypeParam>of()
            : in.project.table.info(owner).typeParams()) {
      TypeSig variable = new TypeSig.Var((param.name() + Method.MARK).intern());
      renaming.put(param.name(), variable);
      args.add(variable);
    }
    if (in.project.table.info(owner) != null) {
      for (TypeParam param : in.project.table.info(owner).typeParams()) {
        TypeSig bound = Sigs.substitute(param.bound(), renaming);
        vars.add(new TypeParam((param.name() + Method.MARK).intern(), bound));
      }
    }
    TypeSig self = new TypeSig.Named(owner, args);
    List<Method> found = new ArrayList<>();
    for (Method method : in.project.table.methods(owner, "<init>")) {
      Method open = method.substitute(renaming);
      List<TypeParam> all = new ArrayList<>(vars);
      all.addAll(open.vars());
      found.add(
          new Method(owner, "<init>", open.flags(), all, open.params(), self, open.descriptor()));
    }
    return found;
  }

  private TypeSig inferred(TypeSig.Named type, ArgumentLowering.Result args, TypeSig expected) {
    ClassInfo info = in.project.table.info(type.name());
    if (info == null) {
      return type;
    }
    Inference inference = args.inference();
    TypeSig self =
        Sigs.mapVariables(
            in.project.table.self(type.name()),
            v -> new TypeSig.Var((v.name() + Method.MARK).intern()));
    if (args.method() == null || info.is(Flags.INTERFACE)) {
      inference.expect(self, expected);
    }
    return inference.apply(self);
  }

  /** {@code new T[n]} and {@code new T[] {…}}. */
  Typed array(ArrayCreationExpr e) {
    TypeSig type = in.scope.types.resolve(AstTypes.raw(e.getElementType()));
    List<Value> dimensions = new ArrayList<>();
    for (ArrayCreationLevel level : e.getLevels()) {
      type = new TypeSig.Array(type);
      level
          .getDimension()
          .ifPresent(size -> dimensions.add(in.expressions.lower(size, Sigs.INT).value()));
    }
    if (e.getInitializer().isPresent()) {
      return initializer(e.getInitializer().get(), type, e);
    }
    return newArray(e, e.getElementType(), type, dimensions);
  }

  private Typed newArray(Node e, Node anchor, TypeSig type, List<Value> dimensions) {
    int op = in.frame.nextResult();
    String erased = in.erase(type);
    Target target = CallLowering.unknown("<init>", dimensions.size(), erased);
    in.emit(new Op.New(in.at.of(e, anchor), erased, in.project.shared(target), dimensions, op));
    return Typed.of(in.shared(new Value.Result(op)), type);
  }

  /** {@code {a, b}}: a creation, and a write for every element that is not constant. */
  Typed initializer(ArrayInitializerExpr e, TypeSig type, Node whole) {
    TypeSig element = type instanceof TypeSig.Array array ? array.element() : TypeSig.UNKNOWN;
    TypeSig known = type instanceof TypeSig.Array ? type : new TypeSig.Array(TypeSig.UNKNOWN);
    Value size = in.shared(new Value.Const(e.getValues().size()));
    Typed array = newArray(whole, whole, known, List.of(size));
    for (Expression value : e.getValues()) {
      Typed one =
          value instanceof ArrayInitializerExpr inner
              ? initializer(inner, element, inner)
              : in.expressions.lower(value, element);
      if (!(one.value() instanceof Value.Const)) {
        Value place = in.shared(new Value.Element(array.value()));
        in.emit(new Op.Write(in.at.of(value), place, one.value()));
      }
    }
    return array;
  }
}
