package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asynclint.core.ir.Folding;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.ProjectIndex;
import dev.asynclint.javaparser.resolve.TypeScope;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Values of the project's static final fields, where they are compile-time constants. */
final class ConstantFields {
  /** Constants that refer to one another more deeply than this are not followed. */
  private static final int DEEPEST = 16;

  private final ProjectIndex index;
  private final Map<String, Optional<Object>> known = new ConcurrentHashMap<>();

  ConstantFields(ProjectIndex index) {
    this.index = index;
  }

  /** The constant a field holds; null when it holds none. */
  Object value(String owner, String field, TypeSig type) {
    return value(owner, field, type, 0);
  }

  /** The constant an initialiser gives, as far as it is one; null when not. */
  Object fold(VariableDeclarator variable, String owner, TypeSig type) {
    Object value = variable.getInitializer().map(e -> fold(e, owner, 0)).orElse(null);
    return value == null ? null : Constants.convert(value, type);
  }

  private Object value(String owner, String field, TypeSig type, int depth) {
    String text = depth > DEEPEST ? "" : index.constantText(owner, field);
    if (text.isEmpty()) {
      return null;
    }
    String key = owner + "." + field;
    Optional<Object> value = known.get(key);
    if (value == null) {
      Expression e = Parsing.expression(text);
      Object folded = e == null ? null : fold(e, owner, depth);
      value = Optional.ofNullable(folded == null ? null : Constants.convert(folded, type));
      known.put(key, value);
    }
    return value.orElse(null);
  }

  private Object fold(Expression e, String owner, int depth) {
    if (e instanceof LiteralExpr literal) {
      return Constants.literal(literal).value() instanceof Value.Const constant
              && constant != Value.Const.NULL
          ? constant.value()
          : null;
    }
    if (e instanceof EnclosedExpr enclosed) {
      return fold(enclosed.getInner(), owner, depth);
    }
    if (e instanceof CastExpr cast) {
      Object value = fold(cast.getExpression(), owner, depth);
      return value == null ? null : Constants.convert(value, AstTypes.raw(cast.getType()));
    }
    if (e instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
      Object value = fold(unary.getExpression(), owner, depth);
      return value == null ? null : Folding.negate(value);
    }
    if (e instanceof BinaryExpr binary) {
      Object left = fold(binary.getLeft(), owner, depth);
      Object right = left == null ? null : fold(binary.getRight(), owner, depth);
      return right == null ? null : Constants.fold(binary.getOperator(), left, right);
    }
    if (e instanceof NameExpr name) {
      return field(owner, name.getNameAsString(), depth);
    }
    if (e instanceof FieldAccessExpr access) {
      TypeScope scope = index.scope(owner);
      TypeSig type = scope == null ? null : scope.name(access.getScope().toString());
      return type instanceof TypeSig.Named named
          ? field(named.name(), access.getNameAsString(), depth)
          : null;
    }
    return null;
  }

  private Object field(String owner, String name, int depth) {
    return index
        .find(owner)
        .flatMap(info -> info.fields().stream().filter(f -> f.name().equals(name)).findFirst())
        .map(field -> value(owner, name, field.type(), depth + 1))
        .orElse(null);
  }
}
