package dev.asynclint.javaparser.lowering;

import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.resolve.TypeScope;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The variables one place of the source sees. Scopes nest; that of a class body holds no variables
 * but marks where its fields come in.
 */
final class Scope {
  final Scope outer;

  /** Null outside of callables. */
  final Frame frame;

  final TypeScope types;

  /** Name of the class whose body this is; null for a block. */
  final String classBody;

  private Map<String, Variable> variables;

  /**
   * A local variable or parameter.
   *
   * @param frame the callable that declares it
   */
  record Variable(Value value, TypeSig type, Frame frame) {}

  private Scope(Scope outer, Frame frame, TypeScope types, String classBody) {
    this.outer = outer;
    this.frame = frame;
    this.types = types;
    this.classBody = classBody;
  }

  /** The scope of a file. */
  static Scope file(TypeScope types) {
    return new Scope(null, null, types, null);
  }

  /** The body of a class that stands here. */
  Scope classBody(String name, TypeScope inside) {
    return new Scope(this, frame, inside, name);
  }

  /** A callable that stands here. */
  Scope callable(Frame inside, TypeScope inner) {
    return new Scope(this, inside, inner, null);
  }

  /** A block that stands here. */
  Scope block() {
    return new Scope(this, frame, types.withLocals(), null);
  }

  /** The innermost class around; empty at file level. */
  String className() {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.classBody != null) {
        return scope.classBody;
      }
    }
    return "";
  }

  void declare(String name, Variable variable) {
    if (variables == null) {
      variables = new HashMap<>();
    }
    variables.put(name, variable);
  }

  /** The variable of that name declared in this very scope; null when there is none. */
  Variable own(String name) {
    return variables == null ? null : variables.get(name);
  }

  /** The type of a variable declared in this very scope; null when it is not. */
  TypeSig typeOf(Value value) {
    if (variables != null) {
      for (Variable variable : variables.values()) {
        if (variable.value().equals(value)) {
          return variable.type();
        }
      }
    }
    return null;
  }

  /** Unique names of the variables of enclosing callables that can be seen here. */
  Set<String> foreignNames() {
    Set<String> names = new HashSet<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.variables != null && scope.frame != frame) {
        for (Variable variable : scope.variables.values()) {
          if (variable.value() instanceof Value.Local local) {
            names.add(local.name());
          } else if (variable.value() instanceof Value.Param param) {
            names.add(param.name());
          }
        }
      }
    }
    return names;
  }
}
