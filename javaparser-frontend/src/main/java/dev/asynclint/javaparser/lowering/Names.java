package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Imports;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.resolve.TypeTable;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.List;

/** What names mean: variables, fields, types, {@code this}. */
final class Names {
  private static final int DEEPEST_FIELD = 3;

  private final FileLowering in;

  Names(FileLowering in) {
    this.in = in;
  }

  /** A name, field access or other expression that may also name a type. */
  Typed qualifier(Expression e) {
    if (e instanceof NameExpr name) {
      Typed variable = variable(name.getNameAsString(), name, true);
      if (variable != null) {
        return variable;
      }
      return type(in.scope.types.simple(name.getNameAsString()));
    }
    if (e instanceof FieldAccessExpr access) {
      return access(access, true);
    }
    if (e instanceof TypeExpr type) {
      Typed value = type.getType() instanceof ClassOrInterfaceType name ? path(name) : null;
      return value != null ? value : type(in.scope.types.resolve(AstTypes.raw(type.getType())));
    }
    return in.expressions.lower(e, TypeSig.UNKNOWN);
  }

  /** A name the parser takes for a type, where it starts with a variable; null when not. */
  private Typed path(ClassOrInterfaceType name) {
    if (name.getTypeArguments().isPresent()) {
      return null;
    }
    if (name.getScope().isEmpty()) {
      return variable(name.getNameAsString(), name, true);
    }
    Typed base = path(name.getScope().get());
    if (base != null) {
      return member(base, name.getNameAsString(), name, true);
    }
    return in.scope.types.name(name.getScope().get().getNameWithScope())
            instanceof TypeSig.Named owner
        ? staticField(owner.name(), name.getNameAsString(), name, true)
        : null;
  }

  private Typed type(TypeSig type) {
    return type instanceof TypeSig.Named || type instanceof TypeSig.Array
        ? new Typed(in.shared(new Value.TypeName(in.erase(type))), type, true)
        : Typed.UNKNOWN;
  }

  /** A simple name as a value. */
  Typed name(NameExpr e, boolean reading) {
    Typed found = variable(e.getNameAsString(), e, reading);
    return found == null ? Typed.UNKNOWN : found;
  }

  /** The variable or field a simple name means; null when there is none. */
  private Typed variable(String name, Node node, boolean reading) {
    String innermost = null;
    for (Scope scope = in.scope; scope != null; scope = scope.outer) {
      Scope.Variable variable = scope.own(name);
      if (variable != null) {
        capture(variable, node);
        return Typed.of(variable.value(), variable.type());
      }
      if (scope.classBody != null) {
        TypeSig.Named self = in.project.table.self(scope.classBody);
        TypeTable.Field field = in.project.table.field(self, name);
        if (field != null) {
          boolean own = innermost == null;
          Value base = own ? Value.THIS : outerThis(scope.classBody);
          if (!field.info().name().isEmpty() && (field.info().flags() & Flags.STATIC) == 0) {
            captureThis(scope.classBody, node);
          }
          return field(base, field, node, reading);
        }
        innermost = innermost == null ? scope.classBody : innermost;
      }
    }
    return imported(name, node, reading);
  }

  private Typed imported(String name, Node node, boolean reading) {
    Imports imports = in.scope.types.file().imports();
    for (String owner : imports.staticSingle().getOrDefault(name, List.of())) {
      Typed field = staticField(owner, name, node, reading);
      if (field != null) {
        return field;
      }
      if (in.project.table.info(owner) == null && Character.isUpperCase(name.charAt(0))) {
        return Typed.of(
            new Value.Field(new Value.TypeName(owner), name, Types.UNKNOWN), TypeSig.UNKNOWN);
      }
    }
    for (String owner : imports.staticOnDemand()) {
      Typed field = staticField(owner, name, node, reading);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  private Typed staticField(String owner, String name, Node node, boolean reading) {
    TypeTable.Field field = in.project.table.field(TypeSig.named(owner), name);
    return field == null ? null : field(Value.UNKNOWN, field, node, reading);
  }

  private Typed field(Value base, TypeTable.Field field, Node node, boolean reading) {
    boolean isStatic = (field.info().flags() & Flags.STATIC) != 0;
    Value start = isStatic ? in.shared(new Value.TypeName(field.owner())) : base;
    if (isStatic && reading) {
      String name = field.info().name();
      Object constant = in.project.constants.value(field.owner(), name, field.type());
      if (constant != null) {
        return Typed.of(in.shared(new Value.Const(constant)), field.type());
      }
    }
    return Typed.of(place(start, field.info().name(), field.type(), node, reading), field.type());
  }

  /** The place of a field; reading it is a step. */
  private Value place(Value base, String name, TypeSig type, Node node, boolean reading) {
    Value place =
        depth(base) >= DEEPEST_FIELD
            ? Value.UNKNOWN
            : in.shared(new Value.Field(base, name, in.erase(type)));
    if (reading && in.frame != null) {
      Node anchor = node;
      if (node instanceof FieldAccessExpr access) {
        anchor = access.getName();
      } else if (node instanceof ClassOrInterfaceType dotted) {
        anchor = dotted.getName();
      }
      in.emit(new Op.Read(in.at.of(node, anchor), place));
    }
    return place;
  }

  private static int depth(Value value) {
    return value instanceof Value.Field field ? 1 + depth(field.base()) : 0;
  }

  /** {@code a.b}: a field, a type, or the length of an array. */
  Typed access(FieldAccessExpr e, boolean reading) {
    String name = e.getNameAsString();
    Typed base = base(e.getScope());
    if (base.isType() && base.type() instanceof TypeSig.Named type) {
      TypeTable.Field field = in.project.table.field(type, name);
      if (field != null) {
        return field(Value.UNKNOWN, field, e, reading);
      }
      TypeSig member = in.scope.types.name(type.name() + "." + name);
      return unknownMember(type, member, name, e, reading);
    }
    if (base == Typed.UNKNOWN && isDotted(e)) {
      return type(in.scope.types.name(e.toString()));
    }
    return member(base, name, e, reading);
  }

  private Typed member(Typed base, String name, Node node, boolean reading) {
    TypeSig type = in.upper(base.type());
    if (type instanceof TypeSig.Array && name.equals("length")) {
      return Typed.of(place(base.value(), name, Sigs.INT, node, reading), Sigs.INT);
    }
    if (type instanceof TypeSig.Named named) {
      TypeTable.Field field = in.project.table.field(named, name);
      if (field != null) {
        return field(base.value(), field, node, reading);
      }
    }
    return Typed.of(place(base.value(), name, TypeSig.UNKNOWN, node, reading), TypeSig.UNKNOWN);
  }

  /** A member of a type whose fields do not tell: by its look a type or a constant. */
  private Typed unknownMember(
      TypeSig.Named owner, TypeSig member, String name, Node node, boolean reading) {
    boolean looksLikeType =
        Character.isUpperCase(name.charAt(0)) && name.chars().anyMatch(Character::isLowerCase);
    if (member instanceof TypeSig.Named named
        && (looksLikeType || in.project.table.info(named.name()) != null)) {
      return type(member);
    }
    Value base = in.shared(new Value.TypeName(owner.name()));
    return Typed.of(place(base, name, TypeSig.UNKNOWN, node, reading), TypeSig.UNKNOWN);
  }

  private Typed base(Expression scope) {
    return scope instanceof SuperExpr ? Typed.of(thisValue(scope), superclass()) : qualifier(scope);
  }

  private static boolean isDotted(Expression e) {
    Expression at = e;
    while (at instanceof FieldAccessExpr access) {
      at = access.getScope();
    }
    return at instanceof NameExpr;
  }

  /** {@code this} or {@code Outer.this}. */
  Typed thisExpression(ThisExpr e) {
    String here = in.scope.className();
    String named =
        e.getTypeName()
            .map(name -> in.scope.types.name(name.asString()))
            .filter(TypeSig.Named.class::isInstance)
            .map(type -> ((TypeSig.Named) type).name())
            .orElse(here);
    captureThis(named, e);
    Value value = named.equals(here) ? Value.THIS : outerThis(named);
    return Typed.of(value, in.project.table.self(named));
  }

  /** The type of a variable in scope. */
  TypeSig typeOf(Value variable) {
    for (Scope scope = in.scope; scope != null; scope = scope.outer) {
      TypeSig type = scope.typeOf(variable);
      if (type != null) {
        return type;
      }
    }
    return TypeSig.UNKNOWN;
  }

  /** {@code this} used by something else in the source. */
  Value thisValue(Node node) {
    captureThis(in.scope.className(), node);
    return Value.THIS;
  }

  private Value outerThis(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return in.shared(new Value.Field(Value.THIS, simple + ".this", type));
  }

  /** The superclass of the class around; unknown when it is. */
  TypeSig superclass() {
    return superclass(in.scope.className());
  }

  /** What {@code T.super} means: an interface itself, of a class around its superclass. */
  TypeSig superOf(TypeSig type) {
    ClassInfo info =
        type instanceof TypeSig.Named named ? in.project.table.info(named.name()) : null;
    return info == null || info.is(Flags.INTERFACE) ? type : superclass(info.name());
  }

  private TypeSig superclass(String name) {
    TypeSig.Named self = in.project.table.self(name);
    ClassInfo info = in.project.table.info(self.name());
    return info == null
        ? TypeSig.UNKNOWN
        : Sigs.substitute(info.superclass(), in.project.table.arguments(self));
  }

  private void capture(Scope.Variable variable, Node node) {
    if (variable.frame() != in.frame) {
      for (Frame f = in.frame; f != null && f != variable.frame(); f = f.enclosing) {
        f.capture(variable.value(), in.erase(variable.type()), in.at.of(node));
      }
    }
  }

  /** Notes the instance in every closure between here and the member of its class. */
  private void captureThis(String type, Node node) {
    for (Frame f = in.frame; f != null && f.enclosing != null; f = f.enclosing) {
      if (!f.isClosure() && f.owner.equals(type)) {
        return;
      }
      f.capture(Value.THIS, type, in.at.of(node));
    }
  }
}
