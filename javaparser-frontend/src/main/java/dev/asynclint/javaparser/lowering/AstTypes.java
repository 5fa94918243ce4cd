package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import dev.asynclint.javaparser.resolve.Sigs;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/** Reads types from syntax trees; the names in them are as written. */
final class AstTypes {
  private AstTypes() {}

  /** The type; unknown for {@code var} and the absent type of a lambda parameter. */
  static TypeSig raw(Type type) {
    if (type instanceof ClassOrInterfaceType named) {
      List<TypeSig> args = new ArrayList<>();
      named.getTypeArguments().ifPresent(list -> list.forEach(arg -> args.add(raw(arg))));
      return new TypeSig.Named(named.getNameWithScope(), args);
    }
    if (type instanceof PrimitiveType || type instanceof VoidType) {
      return TypeSig.named(type.asString());
    }
    if (type instanceof ArrayType array) {
      return new TypeSig.Array(raw(array.getComponentType()));
    }
    if (type instanceof WildcardType wildcard) {
      if (wildcard.getSuperType().isPresent()) {
        return new TypeSig.Wildcard(raw(wildcard.getSuperType().get()), true);
      }
      return new TypeSig.Wildcard(
          wildcard.getExtendedType().map(AstTypes::raw).orElse(Sigs.OBJECT), false);
    }
    if (type instanceof IntersectionType intersection) {
      return raw(intersection.getElements().get(0));
    }
    if (type instanceof UnionType) {
      return TypeSig.named("java.lang.Throwable");
    }
    return TypeSig.UNKNOWN;
  }

  /** Type variables with their first bounds. */
  static List<TypeParam> params(NodeList<TypeParameter> params) {
    List<TypeParam> found = new ArrayList<>();
    for (TypeParameter param : params) {
      TypeSig bound =
          param.getTypeBound().isEmpty() ? Sigs.OBJECT : raw(param.getTypeBound().get(0));
      found.add(new TypeParam(param.getNameAsString(), bound));
    }
    return found;
  }
}
