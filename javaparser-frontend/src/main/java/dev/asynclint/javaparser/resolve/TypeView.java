package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A type with its members by name and what has been looked up in it. */
final class TypeView {
  final ClassInfo info;
  final List<TypeSig.Named> supertypes;

  /** Whether every direct supertype has a name. */
  final boolean named;

  final Map<String, List<Method>> lookups = new ConcurrentHashMap<>();
  volatile Optional<Method> function;
  volatile Boolean complete;

  private final Map<String, List<MethodInfo>> methods = new HashMap<>();
  private final Map<String, FieldInfo> fields = new HashMap<>();

  TypeView(ClassInfo info) {
    this.info = info;
    info.methods()
        .forEach(m -> methods.computeIfAbsent(m.name(), key -> new ArrayList<>(2)).add(m));
    info.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
    List<TypeSig.Named> found = new ArrayList<>();
    boolean all = true;
    if (info.superclass() instanceof TypeSig.Named superclass) {
      found.add(superclass);
    } else {
      all = info.is(Flags.INTERFACE) || info.name().equals("java.lang.Object");
    }
    for (TypeSig type : info.interfaces()) {
      if (type instanceof TypeSig.Named named) {
        found.add(named);
      } else {
        all = false;
      }
    }
    if (info.is(Flags.INTERFACE)) {
      found.add((TypeSig.Named) Sigs.OBJECT);
    }
    this.supertypes = List.copyOf(found);
    this.named = all;
  }

  FieldInfo field(String name) {
    return fields.get(name);
  }

  Iterable<MethodInfo> declared() {
    return info.methods();
  }

  /** The methods of that name declared here, in terms of this type's variables. */
  List<Method> declared(String name) {
    List<MethodInfo> infos = methods.get(name);
    if (infos == null) {
      return List.of();
    }
    List<Method> found = new ArrayList<>(infos.size());
    for (MethodInfo method : infos) {
      found.add(member(method));
    }
    return found;
  }

  private Method member(MethodInfo method) {
    StringBuilder descriptor = new StringBuilder("(");
    for (TypeSig param : method.params()) {
      if (descriptor.length() > 1) {
        descriptor.append(',');
      }
      descriptor.append(Sigs.erase(param, variable -> bound(method, variable)));
    }
    Method plain =
        new Method(
            info.name(),
            method.name(),
            method.flags(),
            List.of(),
            method.params(),
            method.returns(),
            descriptor.append(')').toString().intern());
    if (method.typeParams().isEmpty()) {
      return plain;
    }
    Map<String, TypeSig> renaming = new HashMap<>();
    for (TypeParam param : method.typeParams()) {
      renaming.put(param.name(), new TypeSig.Var((param.name() + Method.MARK).intern()));
    }
    List<TypeParam> vars = new ArrayList<>();
    for (TypeParam param : method.typeParams()) {
      vars.add(
          new TypeParam(
              (param.name() + Method.MARK).intern(), Sigs.substitute(param.bound(), renaming)));
    }
    Method renamed = plain.substitute(renaming);
    return new Method(
        plain.owner(),
        plain.name(),
        plain.flags(),
        vars,
        renamed.params(),
        renamed.returns(),
        plain.descriptor());
  }

  private TypeSig bound(MethodInfo method, String variable) {
    for (TypeParam param : method.typeParams()) {
      if (param.name().equals(variable)) {
        return param.bound();
      }
    }
    for (TypeParam param : info.typeParams()) {
      if (param.name().equals(variable)) {
        return param.bound();
      }
    }
    return Sigs.OBJECT;
  }
}
