package dev.asynclint.cli.report;

import java.io.IOException;
import java.io.Writer;

/** XML, one element a line. For use by one thread. */
final class Xml {
  private final Writer out;
  private int depth;

  Xml(Writer out) throws IOException {
    this.out = out;
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Opens an element; names and values of its attributes take turns. */
  void open(String name, String... attributes) throws IOException {
    start(name, attributes);
    out.write(">\n");
    depth++;
  }

  void close(String name) throws IOException {
    depth--;
    out.write("  ".repeat(depth) + "</" + name + ">\n");
  }

  /** An element that holds nothing. */
  void empty(String name, String... attributes) throws IOException {
    start(name, attributes);
    out.write("/>\n");
  }

  /** An element that holds a text. */
  void text(String name, String text, String... attributes) throws IOException {
    start(name, attributes);
    out.write(">" + escaped(text) + "</" + name + ">\n");
  }

  private void start(String name, String... attributes) throws IOException {
    out.write("  ".repeat(depth) + "<" + name);
    for (int i = 0; i < attributes.length; i += 2) {
      String value = escaped(attributes[i + 1]).replace("\"", "&quot;").replace("\n", "&#10;");
      out.write(" " + attributes[i] + "=\"" + value + "\"");
    }
  }

  /** What XML cannot hold becomes a replacement character. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c >= ' ' && c < 0xD800
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
