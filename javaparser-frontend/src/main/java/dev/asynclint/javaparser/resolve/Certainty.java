package dev.asynclint.javaparser.resolve;

/** How sure an answer is. */
public enum Certainty {
  /** Certainly not. */
  NO,
  /** Not known. */
  MAYBE,
  /** Certainly. */
  YES;

  /** Both. */
  Certainty and(Certainty other) {
    return compareTo(other) < 0 ? this : other;
  }
}
