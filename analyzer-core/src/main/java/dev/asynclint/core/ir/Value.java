package dev.asynclint.core.ir;

import java.util.List;

/** What an operand is, as far as the source text of one callable says. */
public sealed interface Value {

  /** A local variable or pattern variable, also one captured from an enclosing callable. */
  record Local(String name) implements Value {}

  /** A parameter of this callable or, when captured, of an enclosing one. */
  record Param(String name) implements Value {}

  /** The instance the callable belongs to; in a lambda that of the enclosing method. */
  record This() implements Value {}

  /** A type used as a value's owner: the base of a static field, or a class literal. */
  record TypeName(String type) implements Value {}

  /**
   * A field.
   *
   * @param base {@link This}, {@link TypeName} for a static field, or any value the access starts
   *     from; at most three fields deep, deeper bases are {@link Unknown}
   * @param name the simple name
   * @param type erased type of the field, or {@link Types#UNKNOWN}
   */
  record Field(Value base, String name, String type) implements Value {}

  /** An element of an array or of anything indexed by brackets. */
  record Element(Value array) implements Value {}

  /** What the operation with this number (see {@link Op.Call#result()}) gave. */
  record Result(int op) implements Value {}

  /** A lambda, method reference or other closure, by the id of its callable. */
  record Closure(String callable) implements Value {}

  /**
   * A compile-time constant as far as the front end folds it.
   *
   * @param value a String, Boolean, Character, Integer, Long, Float or Double; {@link #NULL} for
   *     null
   */
  record Const(Object value) implements Value {
    /** The null literal. */
    public static final Const NULL = new Const("\0null");
  }

  /** Not, and, or of conditions; {@code NOT} has one operand, the others two or more. */
  record Logic(Kind kind, List<Value> operands) implements Value {
    /** The connective. */
    public enum Kind {
      /** Negation. */
      NOT,
      /** Short-circuit conjunction. */
      AND,
      /** Short-circuit disjunction. */
      OR
    }

    /** Copies the operands. */
    public Logic {
      operands = List.copyOf(operands);
    }
  }

  /** One of several values, as a conditional or switch expression gives. */
  record Choice(List<Value> options) implements Value {
    /** Copies the options. */
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** Nothing is known. */
  record Unknown() implements Value {}

  /** The one unknown value. */
  Unknown UNKNOWN = new Unknown();

  /** The one {@code this}. */
  This THIS = new This();
}
