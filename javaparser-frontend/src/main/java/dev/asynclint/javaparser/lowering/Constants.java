package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.asynclint.core.ir.Folding;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.Locale;

/** Literals, and what {@code + - * /} make of them. */
final class Constants {
  private Constants() {}

  /** The value of a literal; unknown when it is malformed. */
  static Typed literal(LiteralExpr e) {
    try {
      return wellFormed(e);
    } catch (RuntimeException malformed) {
      return Typed.of(type(e));
    }
  }

  private static Typed wellFormed(LiteralExpr e) {
    if (e instanceof NullLiteralExpr) {
      return Typed.of(Value.Const.NULL, Sigs.NULL);
    }
    Object value;
    if (e instanceof BooleanLiteralExpr literal) {
      value = literal.getValue();
    } else if (e instanceof IntegerLiteralExpr literal) {
      value = literal.asNumber().intValue();
    } else if (e instanceof LongLiteralExpr literal) {
      value = literal.asNumber().longValue();
    } else if (e instanceof DoubleLiteralExpr literal) {
      String text = literal.getValue().replace("_", "").toLowerCase(Locale.ROOT);
      value = text.endsWith("f") ? (Object) Float.valueOf(text) : (Object) Double.valueOf(text);
    } else if (e instanceof CharLiteralExpr literal) {
      value = literal.asChar();
    } else if (e instanceof TextBlockLiteralExpr literal) {
      value = literal.translateEscapes();
    } else if (e instanceof StringLiteralExpr literal) {
      value = literal.asString();
    } else {
      return Typed.UNKNOWN;
    }
    return of(value);
  }

  private static TypeSig type(LiteralExpr e) {
    return e instanceof IntegerLiteralExpr
        ? Sigs.INT
        : e instanceof LongLiteralExpr
            ? TypeSig.named("long")
            : e instanceof DoubleLiteralExpr
                ? TypeSig.named("double")
                : e instanceof CharLiteralExpr ? TypeSig.named("char") : Sigs.STRING;
  }

  /** A constant with its type. */
  static Typed of(Object value) {
    String type =
        value instanceof String
            ? "java.lang.String"
            : value instanceof Integer
                ? "int"
                : value instanceof Character
                    ? "char"
                    : value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return Typed.of(new Value.Const(value), TypeSig.named(type));
  }

  /** What an operator makes of two constants; null when that is not folded. */
  static Object fold(BinaryExpr.Operator operator, Object left, Object right) {
    return Folding.binary(operator.asString(), left, right);
  }

  /** A constant as a value of a primitive or String type, as assignment or a cast makes it. */
  static Object convert(Object value, TypeSig type) {
    return type instanceof TypeSig.Named named ? Folding.convert(value, named.name()) : value;
  }
}
