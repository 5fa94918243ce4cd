package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.asynclint.core.ir.Folding;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Values of the static final fields of a compilation, where they are compile-time constants. Those
 * of class files are left alone, as a scan of sources cannot know them.
 */
final class ConstantFields {
  /** Constants that refer to one another more deeply than this are not followed. */
  private static final int DEEPEST = 16;

  private final Attribution known;
  private final Map<Element, Optional<Object>> values = new IdentityHashMap<>();

  ConstantFields(Attribution known) {
    this.known = known;
  }

  /** The constant a field holds; null when it holds none. */
  Object value(VariableElement field) {
    return value(field, 0);
  }

  /** The constant an initialiser gives, as far as it is one; null when not. */
  Object fold(VariableTree variable, TypeMirror type) {
    Object value = variable.getInitializer() == null ? null : fold(variable.getInitializer(), 0);
    return value == null ? null : Folding.convert(value, known.erased(type));
  }

  private Object value(VariableElement field, int depth) {
    boolean candidate =
        depth <= DEEPEST
            && field.getKind().isField()
            && field.getModifiers().contains(Modifier.STATIC)
            && field.getModifiers().contains(Modifier.FINAL)
            && isConstantType(field.asType());
    if (!candidate) {
      return null;
    }
    Optional<Object> value = values.get(field);
    if (value == null) {
      Tree tree = known.trees.getTree(field);
      Object folded =
          tree instanceof VariableTree variable && variable.getInitializer() != null
              ? fold(variable.getInitializer(), depth)
              : null;
      value =
          Optional.ofNullable(
              folded == null ? null : Folding.convert(folded, known.erased(field.asType())));
      values.put(field, value);
    }
    return value.orElse(null);
  }

  private boolean isConstantType(TypeMirror type) {
    return type.getKind().isPrimitive()
        || type.getKind() == TypeKind.DECLARED && known.erased(type).equals("java.lang.String");
  }

  private Object fold(ExpressionTree e, int depth) {
    if (e instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (e instanceof ParenthesizedTree enclosed) {
      return fold(enclosed.getExpression(), depth);
    }
    if (e instanceof TypeCastTree cast) {
      Object value = fold(cast.getExpression(), depth);
      return value == null
          ? null
          : Folding.convert(value, known.erased(known.type(cast.getType())));
    }
    if (e instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
      Object value = fold(unary.getExpression(), depth);
      return value == null ? null : Folding.negate(value);
    }
    if (e instanceof BinaryTree binary) {
      Object left = fold(binary.getLeftOperand(), depth);
      Object right = left == null ? null : fold(binary.getRightOperand(), depth);
      return right == null
          ? null
          : Folding.binary(OperatorLowering.text(binary.getKind()), left, right);
    }
    return known.symbol(e) instanceof VariableElement field ? value(field, depth + 1) : null;
  }
}
