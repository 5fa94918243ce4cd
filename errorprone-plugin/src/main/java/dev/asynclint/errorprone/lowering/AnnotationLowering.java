package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.asynclint.core.ir.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Reads annotations as written. */
final class AnnotationLowering {
  private final FileLowering in;

  AnnotationLowering(FileLowering in) {
    this.in = in;
  }

  List<Annotation> lower(ModifiersTree modifiers) {
    List<Annotation> found = new ArrayList<>();
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      List<String> strings = new ArrayList<>();
      annotation.getArguments().forEach(value -> strings(value, strings));
      TypeElement type = in.known.namedType(annotation.getAnnotationType());
      found.add(
          new Annotation(
              type == null ? annotation.getAnnotationType().toString() : in.known.name(type),
              strings,
              in.at.of(annotation, in.at.start(annotation.getAnnotationType()))));
    }
    return List.copyOf(found);
  }

  /** The text that literals joined by pluses make; null when something else is among them. */
  private static String concatenated(ExpressionTree e) {
    if (e instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      String left = concatenated(sum.getLeftOperand());
      String right = left == null ? null : concatenated(sum.getRightOperand());
      return right == null ? null : left + right;
    }
    return e instanceof LiteralTree literal && literal.getValue() instanceof String text
        ? text
        : null;
  }

  private static void strings(ExpressionTree e, List<String> strings) {
    if (e instanceof AssignmentTree pair) {
      strings(pair.getExpression(), strings);
    } else if (e instanceof NewArrayTree array && array.getInitializers() != null) {
      array.getInitializers().forEach(value -> strings(value, strings));
    } else if (e instanceof LiteralTree literal) {
      if (literal.getValue() instanceof String text) {
        strings.add(text);
      }
    } else if (e instanceof BinaryTree) {
      String text = concatenated(e);
      if (text != null) {
        strings.add(text);
      }
    } else if (e instanceof IdentifierTree name) {
      strings.add(name.getName().toString());
    } else if (e instanceof MemberSelectTree access
        && !access.getIdentifier().contentEquals("class")) {
      strings.add(access.getIdentifier().toString());
    }
  }
}
