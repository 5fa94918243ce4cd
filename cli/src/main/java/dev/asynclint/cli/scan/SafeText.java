package dev.asynclint.cli.scan;

/** Text that shows what it says. */
public final class SafeText {
  private static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /** Control characters, halves of pairs, and marks that reorder the text around them. */
  public static boolean isUnsafe(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.SURROGATE
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }

  /** The text with replacement characters for unsafe ones but tabs and line feeds; as long. */
  public static String of(String text) {
    if (text.codePoints().noneMatch(SafeText::isReplaced)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> safe.appendCodePoint(isReplaced(point) ? REPLACEMENT : point));
    return safe.toString();
  }

  private static boolean isReplaced(int point) {
    return point != '\t' && point != '\n' && isUnsafe(point);
  }
}
