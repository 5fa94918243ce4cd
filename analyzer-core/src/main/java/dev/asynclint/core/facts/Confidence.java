package dev.asynclint.core.facts;

/** How much of a finding's witness is known rather than inferred, strongest first. */
public enum Confidence {
  /** Every step is stated by the source or by knowledge. */
  HIGH,
  /** One step is a convention, such as "returns a publisher, so runs on its subscriber". */
  MEDIUM,
  /** A step passes a guess. */
  LOW;

  private static final int NEAR = 5;
  private static final int FAR = 14;

  /** The stable lower-case name. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The weaker of two. */
  public Confidence and(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Every call may be one that never happens on this path: the longer, the less sure. */
  static Confidence after(int calls) {
    if (calls > FAR) {
      return LOW;
    }
    return calls > NEAR ? MEDIUM : HIGH;
  }
}
