package dev.asynclint.errorprone.lowering;

import dev.asynclint.core.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * The variables one place of the source sees. Scopes nest; that of a class body holds no variables
 * but marks where its fields come in.
 */
final class Scope {
  final Scope outer;

  /** Null outside of callables. */
  final Frame frame;

  /** Name of the class whose body this is; null for a block. */
  final String classBody;

  /** The class whose body this is; null for a block and for a class javac did not enter. */
  final TypeElement type;

  private Map<String, Variable> variables;

  /**
   * A local variable or parameter.
   *
   * @param type erased
   * @param frame the callable that declares it
   */
  record Variable(Value value, String type, Frame frame) {}

  private Scope(Scope outer, Frame frame, String classBody, TypeElement type) {
    this.outer = outer;
    this.frame = frame;
    this.classBody = classBody;
    this.type = type;
  }

  /** The scope of a file. */
  static Scope file() {
    return new Scope(null, null, null, null);
  }

  /** The body of a class that stands here. */
  Scope classBody(String name, TypeElement inside) {
    return new Scope(this, frame, name, inside);
  }

  /** A callable that stands here. */
  Scope callable(Frame inside) {
    return new Scope(this, inside, null, null);
  }

  /** A block that stands here. */
  Scope block() {
    return new Scope(this, frame, null, null);
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

  /** The nearest variable of that name; null when there is none. */
  Variable find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Variable own = scope.variables == null ? null : scope.variables.get(name);
      if (own != null) {
        return own;
      }
    }
    return null;
  }

  /** The nearest variable that is this value; null when there is none. */
  Variable declaring(Value value) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.variables != null) {
        for (Variable variable : scope.variables.values()) {
          if (variable.value().equals(value)) {
            return variable;
          }
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
