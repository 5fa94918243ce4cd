package dev.asynclint.cli.scan;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The closest candidate, if it is at most a third of the word away. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    int limit = Math.max(1, word.length() / 3);
    String best = null;
    for (String candidate : new TreeSet<>(candidates)) {
      int distance = distance(word, candidate);
      if (distance <= limit) {
        best = candidate;
        limit = distance - 1;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A question to append to a message, or nothing. */
  public static String question(String word, Collection<String> candidates) {
    return to(word, candidates).map(best -> "; did you mean '" + best + "'?").orElse("");
  }

  /** Levenshtein's distance. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
