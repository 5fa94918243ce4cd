package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.Line.Malformed;
import dev.asynclint.core.knowledge.Line.Token;

/** Reads numbers of knowledge files. */
final class Numbers {
  private Numbers() {}

  /** The number that stands next. */
  static int read(Line line, String what) throws Malformed {
    Token word = line.word(what);
    if (!isNumber(word.text())) {
      throw new Malformed(word.column(), "expected " + what + " but found '" + word.text() + "'");
    }
    return value(word);
  }

  /** Whether a word is all digits. */
  static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** What a word of digits says. */
  static int value(Token word) throws Malformed {
    if (word.text().length() > 9) {
      throw new Malformed(word.column(), "the number " + word.text() + " is too large");
    }
    return Integer.parseInt(word.text());
  }
}
