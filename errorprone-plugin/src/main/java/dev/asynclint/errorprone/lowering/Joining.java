package dev.asynclint.errorprone.lowering;

import dev.asynclint.core.ir.Types;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The type of something that is one of several. */
final class Joining {
  private final Attribution known;

  Joining(Attribution known) {
    this.known = known;
  }

  /** Erased name of the one type that holds them all; unknown when none of them does. */
  String join(List<TypeMirror> types) {
    TypeMirror common = null;
    for (TypeMirror type : types) {
      if (type == null || type.getKind() == TypeKind.ERROR) {
        return Types.UNKNOWN;
      }
      if (common == null || common.getKind() == TypeKind.NULL) {
        common = common == null ? type : known.boxed(type);
      } else if (type.getKind() == TypeKind.NULL) {
        common = known.boxed(common);
      } else if (!known.isSame(type, common)) {
        common = merge(common, type);
      }
      if (common == null) {
        return Types.UNKNOWN;
      }
    }
    return known.erased(common);
  }

  private TypeMirror merge(TypeMirror one, TypeMirror two) {
    if (one.getKind().isPrimitive() || two.getKind().isPrimitive()) {
      TypeMirror left = known.unboxed(one);
      TypeMirror right = known.unboxed(two);
      if (!left.getKind().isPrimitive() || !right.getKind().isPrimitive()) {
        return null;
      }
      return left.getKind() == right.getKind() ? left : wider(left, right);
    }
    if (known.isSubtype(two, one)) {
      return one;
    }
    return known.isSubtype(one, two) ? two : null;
  }

  /** The wider of two numeric types. */
  private TypeMirror wider(TypeMirror left, TypeMirror right) {
    if (known.isSubtype(left, right)) {
      return right;
    }
    return known.isSubtype(right, left) ? left : null;
  }
}
