package dev.asynclint.cli.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values that are one of a few words. */
public final class Words {
  private Words() {}

  /**
   * The constant of that name in any case.
   *
   * @throws IllegalArgumentException when there is none; the message says which there are
   */
  public static <E extends Enum<E>> E of(Class<E> type, String word) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();
    int index = words.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new IllegalArgumentException(
          "'%s' is not one of %s%s"
              .formatted(word, String.join(", ", words), Nearest.question(word, words)));
    }
    return type.getEnumConstants()[index];
  }
}
