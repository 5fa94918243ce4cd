package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.List;

/** The names a class body sees: its type variables, its member types, those it inherits. */
public final class ClassScope extends TypeScope {
  private final ProjectIndex index;
  private final String name;
  private final List<TypeParam> params;

  ClassScope(TypeScope outer, ProjectIndex index, String name, List<TypeParam> params) {
    super(outer);
    this.index = index;
    this.name = name;
    this.params = params;
  }

  /** Canonical name of the class. */
  public String className() {
    return name;
  }

  @Override
  TypeSig own(String simpleName) {
    for (TypeParam param : params) {
      if (param.name().equals(simpleName)) {
        return new TypeSig.Var(param.name());
      }
    }
    String member = index.memberType(name, simpleName);
    return member == null ? null : TypeSig.named(member);
  }

  @Override
  TypeSig ownBound(String variable) {
    for (TypeParam param : params) {
      if (param.name().equals(variable)) {
        return resolve(param.bound());
      }
    }
    return null;
  }
}
