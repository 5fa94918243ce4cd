package dev.asynclint.core.ir;

import java.util.Arrays;
import java.util.List;

/**
 * Tells whether a text has one of some words in it. Reads one character in as many as the shortest
 * word has (Horspool's way), which matters where every file of a program is asked before anything
 * is compiled. Immutable; safe for use by several threads.
 */
public final class TextSearch {
  private static final int ASCII = 128;

  private final List<String> words;
  private final int window;

  /** How far the window may move on by its last character. */
  private final int[] steps = new int[ASCII];

  /** Whether a character ends the window of some word. */
  private final boolean[] ends = new boolean[ASCII];

  /**
   * A search for words.
   *
   * @param words of ASCII characters
   * @throws IllegalArgumentException when there are none, or one is empty or of other characters
   */
  public TextSearch(String... words) {
    this.words = List.of(words);
    this.window = Arrays.stream(words).mapToInt(String::length).min().orElse(0);
    boolean ascii = Arrays.stream(words).allMatch(word -> word.chars().allMatch(c -> c < ASCII));
    if (window == 0 || !ascii) {
      throw new IllegalArgumentException("cannot search for " + this.words);
    }
    Arrays.fill(steps, window);
    for (String word : words) {
      for (int i = 0; i < window - 1; i++) {
        steps[word.charAt(i)] = Math.min(steps[word.charAt(i)], window - 1 - i);
      }
      ends[word.charAt(window - 1)] = true;
    }
  }

  /** Whether one of the words is in a text. */
  public boolean isIn(String text) {
    int at = window - 1;
    while (at < text.length()) {
      char last = text.charAt(at);
      if (last >= ASCII) {
        at += window;
      } else if (ends[last] && startsAt(text, at - window + 1)) {
        return true;
      } else {
        at += steps[last];
      }
    }
    return false;
  }

  private boolean startsAt(String text, int start) {
    for (String word : words) {
      if (text.startsWith(word, start)) {
        return true;
      }
    }
    return false;
  }
}
