package dev.asynclint.core.knowledge;

import java.util.Collection;
import java.util.TreeSet;

/** Finds the word that was probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * Says that a word is not one of those expected, and which one was probably meant; lists them all
   * when none comes near.
   */
  static String unknown(String what, String word, Collection<String> expected) {
    String nearest = nearest(word, expected);
    return nearest.isEmpty()
        ? "unknown %s '%s'; use one of: %s"
            .formatted(what, word, String.join(", ", new TreeSet<>(expected)))
        : "unknown %s '%s'; did you mean '%s'?".formatted(what, word, nearest);
  }

  /** The expected word that was probably meant; empty when none comes near. */
  public static String nearest(String word, Collection<String> expected) {
    String best = "";
    int least = Math.max(1, word.length() / 3) + 1;
    for (String candidate : new TreeSet<>(expected)) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Edits between two words: insert, delete, replace, or swap two neighbours. */
  private static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replace = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + replace);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[left.length()][right.length()];
  }
}
