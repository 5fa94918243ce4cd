package dev.asynclint.cli.report.html;

import dev.asynclint.cli.scan.SafeText;
import java.util.Locale;

/**
 * HTML and SVG under construction. Texts and values of attributes are escaped here, names are
 * constants of the caller. A page of a few charts needs no engine of templates.
 */
final class Markup {
  private final StringBuilder html = new StringBuilder();

  /** Opens an element; names and values of its attributes take turns. A value of "" is none. */
  Markup open(String name, String... attributes) {
    html.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]);
      if (!attributes[i + 1].isEmpty()) {
        html.append("=\"").append(escaped(attributes[i + 1])).append('"');
      }
    }
    html.append('>');
    return this;
  }

  Markup close(String name) {
    html.append("</").append(name).append('>');
    return this;
  }

  /** An element that holds a text. */
  Markup text(String name, String text, String... attributes) {
    return open(name, attributes).say(text).close(name);
  }

  /** An element of SVG that holds nothing. */
  Markup shape(String name, String... attributes) {
    return open(name, attributes).close(name);
  }

  Markup say(String text) {
    html.append(escaped(text));
    return this;
  }

  Markup line() {
    html.append('\n');
    return this;
  }

  Markup add(Markup other) {
    html.append(other.html);
    return this;
  }

  /** With commas between thousands. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With one decimal. */
  static String decimal(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  /** A count and its noun. */
  static String count(long count, String what) {
    return number(count) + " " + what + (count == 1 ? "" : "s");
  }

  /** A length in a drawing, as short as it can be. */
  static String length(double length) {
    String text = String.format(Locale.ROOT, "%.2f", length);
    return text.replaceAll("\\.?0+$", "");
  }

  private static String escaped(String text) {
    String safe = SafeText.of(text);
    StringBuilder escaped = new StringBuilder(safe.length());
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
