package dev.asynclint.javaparser.resolve;

import dev.asynclint.core.ir.Types;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Operations on types that need no knowledge of classes. */
public final class Sigs {
  /** {@code java.lang.Object}. */
  public static final TypeSig OBJECT = TypeSig.named("java.lang.Object");

  /** The argument {@code ?}. */
  static final TypeSig ANY = new TypeSig.Wildcard(OBJECT, false);

  /** {@code java.lang.String}. */
  public static final TypeSig STRING = TypeSig.named("java.lang.String");

  /** {@code boolean}. */
  public static final TypeSig BOOLEAN = TypeSig.named("boolean");

  /** {@code int}. */
  public static final TypeSig INT = TypeSig.named("int");

  /** {@code void}. */
  public static final TypeSig VOID = TypeSig.named("void");

  /** The type of the null literal. */
  public static final TypeSig NULL = TypeSig.named("null");

  private static final List<String> WIDENING =
      List.of("byte", "short", "int", "long", "float", "double");

  private static final Map<String, String> BOXES =
      Map.of(
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "boolean", "java.lang.Boolean",
          "char", "java.lang.Character",
          "byte", "java.lang.Byte",
          "short", "java.lang.Short",
          "double", "java.lang.Double",
          "float", "java.lang.Float",
          "void", "java.lang.Void");

  private static final int DEEPEST_BOUND = 8;

  private Sigs() {}

  /** Whether it is a primitive type; {@code void} is none. */
  public static boolean isPrimitive(TypeSig type) {
    return type instanceof TypeSig.Named named
        && BOXES.containsKey(named.name())
        && !named.name().equals("void");
  }

  /** Whether it is that class or primitive, whatever its arguments. */
  public static boolean is(TypeSig type, String name) {
    return type instanceof TypeSig.Named named && named.name().equals(name);
  }

  /** The class that boxes a primitive; any other type itself. */
  public static TypeSig box(TypeSig type) {
    if (type instanceof TypeSig.Named named && BOXES.containsKey(named.name())) {
      return TypeSig.named(BOXES.get(named.name()));
    }
    return type;
  }

  /** The primitive a class boxes; any other type itself. */
  public static TypeSig unbox(TypeSig type) {
    if (type instanceof TypeSig.Named named) {
      for (Map.Entry<String, String> entry : BOXES.entrySet()) {
        if (entry.getValue().equals(named.name())) {
          return TypeSig.named(entry.getKey());
        }
      }
    }
    return type;
  }

  /** Whether a value of one primitive type may become another without a cast. */
  public static boolean widens(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    int target = WIDENING.indexOf(to);
    return from.equals("char")
        ? target >= WIDENING.indexOf("int")
        : WIDENING.contains(from) && WIDENING.indexOf(from) < target;
  }

  /** The type of an arithmetic operation on two operands; unknown unless both are numeric. */
  public static TypeSig promote(TypeSig left, TypeSig right) {
    if (unbox(left) instanceof TypeSig.Named one && unbox(right) instanceof TypeSig.Named two) {
      int rank = Math.max(rank(one.name()), rank(two.name()));
      if (rank(one.name()) >= 0 && rank(two.name()) >= 0) {
        return TypeSig.named(WIDENING.get(Math.max(rank, WIDENING.indexOf("int"))));
      }
    }
    return TypeSig.UNKNOWN;
  }

  private static int rank(String primitive) {
    return primitive.equals("char") ? 0 : WIDENING.indexOf(primitive);
  }

  /** A wildcard's bound; any other type itself. */
  public static TypeSig bound(TypeSig type) {
    return type instanceof TypeSig.Wildcard wildcard ? wildcard.bound() : type;
  }

  /** Replaces type variables; those the map does not hold stay. */
  public static TypeSig substitute(TypeSig type, Map<String, TypeSig> values) {
    return values.isEmpty()
        ? type
        : mapVariables(type, variable -> values.getOrDefault(variable.name(), variable));
  }

  /** Replaces type variables by what a function says. */
  public static TypeSig mapVariables(TypeSig type, Function<TypeSig.Var, TypeSig> values) {
    if (type instanceof TypeSig.Var variable) {
      return values.apply(variable);
    }
    if (type instanceof TypeSig.Named named && !named.args().isEmpty()) {
      List<TypeSig> args = new ArrayList<>(named.args().size());
      for (TypeSig arg : named.args()) {
        args.add(mapVariables(arg, values));
      }
      return new TypeSig.Named(named.name(), args);
    }
    if (type instanceof TypeSig.Array array) {
      return new TypeSig.Array(bound(mapVariables(array.element(), values)));
    }
    if (type instanceof TypeSig.Wildcard wildcard) {
      TypeSig inner = mapVariables(wildcard.bound(), values);
      return inner instanceof TypeSig.Wildcard || inner == TypeSig.UNKNOWN
          ? inner
          : new TypeSig.Wildcard(inner, wildcard.isSuper());
    }
    return type;
  }

  /** Whether any type variable satisfying a test occurs. */
  public static boolean mentions(TypeSig type, java.util.function.Predicate<String> test) {
    boolean[] found = {false};
    UnaryOperator<TypeSig> look =
        variable -> {
          found[0] |= test.test(((TypeSig.Var) variable).name());
          return variable;
        };
    mapVariables(type, look::apply);
    return found[0];
  }

  /**
   * The erased canonical name.
   *
   * @param bounds bound of a type variable
   * @return {@link Types#UNKNOWN} for the null type and what is not known
   */
  public static String erase(TypeSig type, Function<String, TypeSig> bounds) {
    return erase(type, bounds, 0);
  }

  private static String erase(TypeSig type, Function<String, TypeSig> bounds, int depth) {
    if (type == NULL || depth > DEEPEST_BOUND) {
      return Types.UNKNOWN;
    }
    if (type instanceof TypeSig.Named named) {
      return named.name();
    }
    if (type instanceof TypeSig.Var variable) {
      return erase(bounds.apply(variable.name()), bounds, depth + 1);
    }
    if (type instanceof TypeSig.Array array) {
      String element = erase(array.element(), bounds, depth);
      return element.equals(Types.UNKNOWN) ? element : (element + "[]").intern();
    }
    if (type instanceof TypeSig.Wildcard wildcard) {
      return wildcard.isSuper() ? "java.lang.Object" : erase(wildcard.bound(), bounds, depth);
    }
    return Types.UNKNOWN;
  }
}
