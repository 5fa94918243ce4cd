package dev.asynclint.core.facts;

/**
 * A three-valued truth with Kleene's connectives: unknown stays unknown unless the other decides.
 */
public enum Answer {
  /** It does not hold. */
  NO,
  /** Too little is known. */
  UNKNOWN,
  /** It holds. */
  YES;

  /** The answer to a question that is decided. */
  public static Answer of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Both hold. */
  public Answer and(Answer other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** At least one holds. */
  public Answer or(Answer other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The opposite. */
  public Answer not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Whether it certainly holds; the only question a rule may decide by. */
  public boolean certain() {
    return this == YES;
  }
}
