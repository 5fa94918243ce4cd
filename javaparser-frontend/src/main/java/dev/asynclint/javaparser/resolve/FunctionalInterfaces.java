package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.Flags;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the method a functional interface is about. */
final class FunctionalInterfaces {
  private final TypeTable table;

  FunctionalInterfaces(TypeTable table) {
    this.table = table;
  }

  /** The one abstract method of an interface all of whose supertypes are known, else null. */
  Method find(String type) {
    Set<String> names = new LinkedHashSet<>();
    abstractNames(type, names, new HashSet<>());
    Method found = null;
    for (String name : names) {
      for (Method method : table.methods(type, name)) {
        if (method.is(Flags.ABSTRACT) && !isObjectMethod(method)) {
          if (found != null) {
            return null;
          }
          found = method;
        }
      }
    }
    return found;
  }

  private void abstractNames(String type, Set<String> names, Set<String> seen) {
    TypeView view = table.view(type);
    if (view == null || !seen.add(type)) {
      return;
    }
    for (MethodInfo method : view.declared()) {
      if (method.is(Flags.ABSTRACT)) {
        names.add(method.name());
      }
    }
    view.supertypes.forEach(supertype -> abstractNames(supertype.name(), names, seen));
  }

  private boolean isObjectMethod(Method method) {
    return table.methods("java.lang.Object", method.name()).stream()
        .anyMatch(other -> other.descriptor().equals(method.descriptor()));
  }
}
