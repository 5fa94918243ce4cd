package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What names mean: variables, fields, types, {@code this}. */
final class Names {
  private static final int DEEPEST_FIELD = 3;

  private final FileLowering in;

  Names(FileLowering in) {
    this.in = in;
  }

  /** A simple name as a value. */
  Value name(IdentifierTree e, boolean reading) {
    String name = in.known.words.of(e.getName());
    if (name.equals("this") || name.equals("super")) {
      return thisValue(e);
    }
    Element symbol = in.known.symbol(e);
    Scope.Variable variable = symbol == null ? in.scope.find(name) : in.variable(symbol);
    if (variable != null) {
      capture(variable, e);
      return variable.value();
    }
    if (symbol instanceof TypeElement type) {
      return type(type);
    }
    return symbol instanceof VariableElement field && isField(symbol)
        ? own(field, e, reading)
        : Value.UNKNOWN;
  }

  private static boolean isField(Element symbol) {
    return symbol.getKind().isField();
  }

  Value type(TypeElement type) {
    return in.shared(new Value.TypeName(in.known.name(type)));
  }

  /** A field that a simple name means: of a class around, or imported. */
  private Value own(VariableElement field, IdentifierTree e, boolean reading) {
    if (in.known.isStatic(field)) {
      return field(Value.UNKNOWN, field, e, reading);
    }
    boolean innermost = true;
    for (Scope scope = in.scope; scope != null; scope = scope.outer) {
      if (scope.classBody != null) {
        if (scope.type != null && in.known.inherits(scope.type, field.getEnclosingElement())) {
          captureThis(scope.classBody, e);
          Value base = innermost ? Value.THIS : outerThis(scope.classBody);
          return field(base, field, e, reading);
        }
        innermost = false;
      }
    }
    return field(Value.UNKNOWN, field, e, reading);
  }

  private Value field(Value base, VariableElement field, ExpressionTree e, boolean reading) {
    Value start = base;
    if (in.known.isStatic(field)) {
      start =
          field.getEnclosingElement() instanceof TypeElement owner ? type(owner) : Value.UNKNOWN;
      Object constant = reading ? in.constants.value(field) : null;
      if (constant != null) {
        return in.shared(new Value.Const(constant));
      }
    }
    return place(
        start,
        in.known.words.of(field.getSimpleName()),
        in.known.erased(type(e, field)),
        e,
        reading);
  }

  private javax.lang.model.type.TypeMirror type(ExpressionTree e, VariableElement field) {
    return in.known.type(e) == null ? field.asType() : in.known.type(e);
  }

  /** The place of a field; reading it is a step. */
  private Value place(Value base, String name, String type, ExpressionTree e, boolean reading) {
    Value place =
        depth(base) >= DEEPEST_FIELD ? Value.UNKNOWN : in.shared(new Value.Field(base, name, type));
    if (reading && in.frame != null) {
      in.emit(new Op.Read(in.at.of(e, in.at.name(e)), place));
    }
    return place;
  }

  private static int depth(Value value) {
    return value instanceof Value.Field field ? 1 + depth(field.base()) : 0;
  }

  /** {@code a.b}: a field, a type, a class literal, or the length of an array. */
  Value access(MemberSelectTree e, boolean reading) {
    String name = in.known.words.of(e.getIdentifier());
    switch (name) {
      case "class" -> {
        return in.shared(new Value.TypeName(in.known.erased(in.known.type(e.getExpression()))));
      }
      case "this" -> {
        return thisOf(e);
      }
      case "super" -> {
        return thisValue(e);
      }
      default -> {}
    }
    Element symbol = in.known.symbol(e);
    if (symbol instanceof TypeElement type) {
      return type(type);
    }
    Element scope = in.known.symbol(e.getExpression());
    if (scope instanceof PackageElement) {
      return Value.UNKNOWN;
    }
    Value base = in.expressions.lower(e.getExpression());
    return symbol instanceof VariableElement field && isField(symbol)
        ? field(base, field, e, reading)
        : place(base, name, Types.UNKNOWN, e, reading);
  }

  /** {@code Outer.this}. */
  private Value thisOf(MemberSelectTree e) {
    String here = in.scope.className();
    TypeElement type = in.known.namedType(e.getExpression());
    String named = type == null ? here : in.known.name(type);
    captureThis(named, e);
    return named.equals(here) ? Value.THIS : outerThis(named);
  }

  /** {@code this} used by something else in the source. */
  Value thisValue(Tree tree) {
    captureThis(in.scope.className(), tree);
    return Value.THIS;
  }

  private Value outerThis(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return in.shared(new Value.Field(Value.THIS, simple + ".this", type));
  }

  private void capture(Scope.Variable variable, Tree tree) {
    for (Frame f = in.frame; f != null && f != variable.frame(); f = f.enclosing) {
      f.capture(variable.value(), variable.type(), in.at.of(tree));
    }
  }

  /** Notes the instance in every closure between here and the member of its class. */
  private void captureThis(String type, Tree tree) {
    for (Frame f = in.frame; f != null && f.enclosing != null; f = f.enclosing) {
      if (!f.isClosure() && f.owner.equals(type)) {
        return;
      }
      f.capture(Value.THIS, type, in.at.of(tree));
    }
  }
}
