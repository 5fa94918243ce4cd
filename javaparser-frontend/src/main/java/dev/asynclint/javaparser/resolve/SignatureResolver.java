package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Resolves the names in the members of a project type. */
final class SignatureResolver {
  private SignatureResolver() {}

  /**
   * A type with its members.
   *
   * @param header the type without them
   * @param raw the type as its source declares it
   * @param scope the inside of the type
   */
  static ClassInfo resolve(ClassInfo header, ClassInfo raw, TypeScope scope) {
    List<MethodInfo> methods = new ArrayList<>(raw.methods().size());
    for (MethodInfo method : raw.methods()) {
      TypeScope inside = scope.withVariables(method.typeParams());
      Predicate<String> own = declaredBy(raw, method);
      List<TypeSig> params =
          method.params().stream().map(param -> erasing(own, inside, param)).toList();
      methods.add(
          new MethodInfo(
              method.name(),
              method.flags(),
              bounds(method.typeParams(), inside),
              params,
              forgetting(own, inside.resolve(method.returns()))));
    }
    List<FieldInfo> fields = new ArrayList<>(raw.fields().size());
    for (FieldInfo field : raw.fields()) {
      TypeSig type = forgetting(declaredBy(raw, null), scope.resolve(field.type()));
      fields.add(new FieldInfo(field.name(), field.flags(), type));
    }
    return new ClassInfo(
        header.name(),
        raw.flags(),
        bounds(raw.typeParams(), scope),
        header.superclass(),
        header.interfaces(),
        methods,
        fields,
        raw.memberTypes());
  }

  private static Predicate<String> declaredBy(ClassInfo type, MethodInfo method) {
    Set<String> names = new HashSet<>();
    type.typeParams().forEach(param -> names.add(param.name()));
    if (method != null) {
      method.typeParams().forEach(param -> names.add(param.name()));
    }
    return names::contains;
  }

  /** Variables of enclosing declarations mean nothing to a caller elsewhere. */
  private static TypeSig forgetting(Predicate<String> own, TypeSig type) {
    return Sigs.mapVariables(type, v -> own.test(v.name()) ? v : TypeSig.UNKNOWN);
  }

  private static TypeSig erasing(Predicate<String> own, TypeScope scope, TypeSig raw) {
    return Sigs.mapVariables(
        scope.resolve(raw), v -> own.test(v.name()) ? v : TypeSig.named(scope.erase(v)));
  }

  private static List<TypeParam> bounds(List<TypeParam> params, TypeScope scope) {
    return params.stream()
        .map(param -> new TypeParam(param.name(), scope.resolve(param.bound())))
        .toList();
  }
}
