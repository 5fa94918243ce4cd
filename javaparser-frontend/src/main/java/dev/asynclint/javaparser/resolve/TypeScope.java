package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which type a name means at one place of the source. Scopes nest: a block's local classes, a
 * method's type variables, a class with what it inherits, the file with its imports.
 */
public abstract class TypeScope {
  private static final Set<String> PRIMITIVES =
      Set.of("int", "long", "boolean", "char", "byte", "short", "double", "float", "void");

  /** The scope around this one; null for a file. */
  final TypeScope outer;

  TypeScope(TypeScope outer) {
    this.outer = outer;
  }

  /** What a simple name means in this scope itself; null when it says nothing. */
  abstract TypeSig own(String simpleName);

  /** The bound of a type variable this scope declares, resolved; null when it declares none. */
  abstract TypeSig ownBound(String variable);

  /** The file everything stands in. */
  public FileScope file() {
    return outer.file();
  }

  /** A scope inside this one that declares type variables. */
  public TypeScope withVariables(List<TypeParam> params) {
    return params.isEmpty() ? this : new Variables(this, params);
  }

  /** A scope inside this one in which local classes can be declared. */
  public Locals withLocals() {
    return new Locals(this);
  }

  /** The type a simple name means; {@link TypeSig#UNKNOWN} when nothing says. */
  public TypeSig simple(String name) {
    for (TypeScope scope = this; scope != null; scope = scope.outer) {
      TypeSig found = scope.own(name);
      if (found != null) {
        return found;
      }
    }
    return TypeSig.UNKNOWN;
  }

  /** The bound of a type variable; {@code java.lang.Object} for one not declared here. */
  public TypeSig bound(String variable) {
    for (TypeScope scope = this; scope != null; scope = scope.outer) {
      TypeSig found = scope.ownBound(variable);
      if (found != null) {
        return found;
      }
    }
    return Sigs.OBJECT;
  }

  /** The erased canonical name of a type, {@code ?} when unknown. */
  public String erase(TypeSig type) {
    return Sigs.erase(type, this::bound);
  }

  /** Replaces the written names of a type by canonical ones. */
  public TypeSig resolve(TypeSig raw) {
    if (raw instanceof TypeSig.Named named) {
      if (PRIMITIVES.contains(named.name())) {
        return raw;
      }
      TypeSig type = name(named.name());
      if (named.args().isEmpty() || !(type instanceof TypeSig.Named known)) {
        return type;
      }
      List<TypeSig> args = new ArrayList<>(named.args().size());
      for (TypeSig arg : named.args()) {
        args.add(resolve(arg));
      }
      return new TypeSig.Named(known.name(), args);
    }
    if (raw instanceof TypeSig.Array array) {
      return new TypeSig.Array(resolve(array.element()));
    }
    if (raw instanceof TypeSig.Wildcard wildcard) {
      return new TypeSig.Wildcard(resolve(wildcard.bound()), wildcard.isSuper());
    }
    return raw;
  }

  /** The type a name with or without dots means. */
  public TypeSig name(String written) {
    int dot = written.indexOf('.');
    if (dot < 0) {
      return simple(written);
    }
    TypeSig first = simple(written.substring(0, dot));
    if (first instanceof TypeSig.Named named) {
      return file().index.member(named.name(), written.substring(dot + 1));
    }
    return file().index.qualified(written);
  }

  /** Type variables of a method or local class. */
  private static final class Variables extends TypeScope {
    private final List<TypeParam> params;

    Variables(TypeScope outer, List<TypeParam> params) {
      super(outer);
      this.params = params;
    }

    @Override
    TypeSig own(String simpleName) {
      for (TypeParam param : params) {
        if (param.name().equals(simpleName)) {
          return new TypeSig.Var(param.name());
        }
      }
      return null;
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

  /** Classes declared in a block. */
  public static final class Locals extends TypeScope {
    private final Map<String, String> names = new HashMap<>();

    private Locals(TypeScope outer) {
      super(outer);
    }

    /** Makes a local class known from here on. */
    public void declare(String simpleName, String canonical) {
      names.put(simpleName, canonical);
    }

    @Override
    TypeSig own(String simpleName) {
      String canonical = names.get(simpleName);
      return canonical == null ? null : TypeSig.named(canonical);
    }

    @Override
    TypeSig ownBound(String variable) {
      return null;
    }
  }
}
