package dev.asynclint.testdata;

/**
 * What a line of a fixture says about itself.
 *
 * @param line from 1
 * @param text a rule id, or for a fact what is claimed
 */
record Marker(int line, Kind kind, String text) {
  /** What is said. */
  enum Kind {
    /** The rule reports this line; as often as it is written. */
    EXPECT("expect"),
    /** The rule ought to report this line but is known not to. */
    EXPECT_TODO("expect-todo"),
    /** A fact holds for what stands on this line. */
    FACT("fact");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word before the colon. */
    String word() {
      return word;
    }
  }
}
