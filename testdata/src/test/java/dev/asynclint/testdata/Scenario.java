package dev.asynclint.testdata;

import dev.asynclint.core.engine.FrontEnd.Source;
import java.util.List;

/**
 * A small program that shows one thing.
 *
 * @param rule id of the rule it belongs to
 * @param tier what it shows
 * @param name its file, or its folder when it takes several files
 * @param sources its files, sorted
 */
record Scenario(String rule, Tier tier, String name, List<Source> sources) {
  /** What a scenario shows. */
  enum Tier {
    /** The fault, in its usual forms. */
    BAD,
    /** The same task done right. */
    GOOD,
    /** A case that is easily got wrong, either way. */
    EDGE
  }

  Scenario {
    sources = List.copyOf(sources);
  }

  @Override
  public String toString() {
    return tier.name().toLowerCase(java.util.Locale.ROOT) + "/" + name;
  }
}
