package dev.asynclint.javaparser.index;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One type in two versions of a library: the members of both. Where the same member differs, the
 * first version is believed; when the second has type variables the first one has not, the first
 * version's members alone.
 */
final class Merge {
  private Merge() {}

  static ClassInfo of(ClassInfo first, ClassInfo second) {
    if (!names(first.typeParams()).containsAll(names(second.typeParams()))) {
      return first;
    }
    Map<String, MethodInfo> methods = new LinkedHashMap<>();
    Stream.concat(first.methods().stream(), second.methods().stream())
        .forEach(method -> methods.putIfAbsent(key(method), method));
    Map<String, FieldInfo> fields = new LinkedHashMap<>();
    Stream.concat(first.fields().stream(), second.fields().stream())
        .forEach(field -> fields.putIfAbsent(field.name(), field));
    Map<String, TypeSig> interfaces = new LinkedHashMap<>();
    Stream.concat(first.interfaces().stream(), second.interfaces().stream())
        .forEach(one -> interfaces.putIfAbsent(erased(one, List.of()), one));
    Set<String> memberTypes = new LinkedHashSet<>(first.memberTypes());
    memberTypes.addAll(second.memberTypes());
    return new ClassInfo(
        first.name(),
        first.flags(),
        first.typeParams(),
        first.superclass(),
        List.copyOf(interfaces.values()),
        List.copyOf(methods.values()),
        List.copyOf(fields.values()),
        List.copyOf(memberTypes));
  }

  private static List<String> names(List<TypeParam> params) {
    return params.stream().map(TypeParam::name).toList();
  }

  private static String key(MethodInfo method) {
    StringBuilder key = new StringBuilder(method.name()).append('(');
    method.params().forEach(param -> key.append(erased(param, method.typeParams())).append(','));
    return key.append(')').toString();
  }

  private static String erased(TypeSig type, List<TypeParam> variables) {
    if (type instanceof TypeSig.Named named) {
      return named.name();
    } else if (type instanceof TypeSig.Array array) {
      return erased(array.element(), variables) + "[]";
    } else if (type instanceof TypeSig.Var variable) {
      return variables.stream()
          .filter(param -> param.name().equals(variable.name()))
          .findFirst()
          .map(param -> erased(param.bound(), List.of()))
          .orElse(variable.name());
    }
    return type.toString();
  }
}
