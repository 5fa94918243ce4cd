package dev.asynclint.javaparser.types;

import java.util.List;

/** A type as a signature states it. Names are canonical: {@code java.util.Map.Entry}. */
public sealed interface TypeSig {

  /** A class, interface, primitive or {@code void}, with its type arguments if any. */
  record Named(String name, List<TypeSig> args) implements TypeSig {
    /** Copies the arguments. */
    public Named {
      args = List.copyOf(args);
    }
  }

  /** A type variable of the declaring type or method. */
  record Var(String name) implements TypeSig {}

  /** An array. */
  record Array(TypeSig element) implements TypeSig {}

  /** A wildcard; an unbounded one extends {@code java.lang.Object}. */
  record Wildcard(TypeSig bound, boolean isSuper) implements TypeSig {}

  /** Nothing is known. */
  record Unknown() implements TypeSig {}

  /** The one unknown type. */
  Unknown UNKNOWN = new Unknown();

  /** A type without arguments. */
  static Named named(String name) {
    return new Named(name, List.of());
  }
}
