package dev.asynclint.cli.report;

/** Breaks prose into lines. */
final class Wrap {
  private Wrap() {}

  /** Lines of at most {@code width} units where words allow it. */
  static String at(String prose, int width) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : prose.split("\\s+")) {
      if (column > 0 && column + 1 + word.length() > width) {
        wrapped.append('\n');
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString();
  }
}
