package dev.asynclint.cli.scan;

import dev.asynclint.core.knowledge.Suggestion;
import java.util.Collection;

/** Asks whether another word was meant. */
public final class Nearest {
  private Nearest() {}

  /** A question to append to a message, or nothing. */
  public static String question(String word, Collection<String> candidates) {
    String nearest = Suggestion.nearest(word, candidates);
    return nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?";
  }
}
