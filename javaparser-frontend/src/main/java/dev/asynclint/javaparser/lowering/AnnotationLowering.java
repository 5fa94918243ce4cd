package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/** Reads annotations as written. */
final class AnnotationLowering {
  private final FileLowering in;

  AnnotationLowering(FileLowering in) {
    this.in = in;
  }

  List<Annotation> lower(NodeList<AnnotationExpr> annotations) {
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<Annotation> found = new ArrayList<>(annotations.size());
    for (AnnotationExpr annotation : annotations) {
      List<String> strings = new ArrayList<>();
      if (annotation instanceof SingleMemberAnnotationExpr single) {
        strings(single.getMemberValue(), strings);
      } else if (annotation instanceof NormalAnnotationExpr normal) {
        normal.getPairs().forEach(pair -> strings(pair.getValue(), strings));
      }
      String name = annotation.getNameAsString();
      TypeSig type = in.scope.types.name(name);
      found.add(
          new Annotation(
              type instanceof TypeSig.Named named ? named.name() : name,
              strings,
              in.at.of(annotation, annotation.getName())));
    }
    return found;
  }

  /** The text that literals joined by pluses make; null when something else is among them. */
  private static String concatenated(Expression e) {
    if (e instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
      String left = concatenated(sum.getLeft());
      String right = left == null ? null : concatenated(sum.getRight());
      return right == null ? null : left + right;
    }
    return e instanceof LiteralExpr literal
            && Constants.literal(literal).value() instanceof Value.Const constant
            && constant.value() instanceof String text
        ? text
        : null;
  }

  private static void strings(Expression e, List<String> strings) {
    if (e instanceof ArrayInitializerExpr array) {
      array.getValues().forEach(value -> strings(value, strings));
    } else if (e instanceof LiteralExpr literal) {
      if (Constants.literal(literal).value() instanceof Value.Const constant
          && constant.value() instanceof String text
          && constant != Value.Const.NULL) {
        strings.add(text);
      }
    } else if (e instanceof BinaryExpr) {
      String text = concatenated(e);
      if (text != null) {
        strings.add(text);
      }
    } else if (e instanceof NameExpr name) {
      strings.add(name.getNameAsString());
    } else if (e instanceof FieldAccessExpr access) {
      strings.add(access.getNameAsString());
    }
  }
}
