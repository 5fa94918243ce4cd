package dev.asynclint.javaparser.lowering;

import dev.asynclint.core.ir.Value;
import dev.asynclint.javaparser.types.TypeSig;

/**
 * What an expression gives.
 *
 * @param isType whether the expression names a type rather than a value
 */
record Typed(Value value, TypeSig type, boolean isType) {
  static final Typed UNKNOWN = new Typed(Value.UNKNOWN, TypeSig.UNKNOWN, false);

  static Typed of(Value value, TypeSig type) {
    return new Typed(value, type, false);
  }

  /** A value of which only the type is known. */
  static Typed of(TypeSig type) {
    return new Typed(Value.UNKNOWN, type, false);
  }
}
