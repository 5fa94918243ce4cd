package dev.asynclint.cli.report;

import dev.asynclint.core.rule.Severity;

/** Colours of a terminal, or none. */
public record Style(boolean coloured) {
  /** No colours. */
  public static final Style PLAIN = new Style(false);

  private static final String RED = "1;31";
  private static final String YELLOW = "1;33";
  private static final String CYAN = "1;36";
  private static final String BLUE = "1;34";
  private static final String GREEN = "1;32";
  private static final String BOLD = "1";

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> in(RED, text);
      case WARNING -> in(YELLOW, text);
      case INFO -> in(CYAN, text);
    };
  }

  String gutter(String text) {
    return in(BLUE, text);
  }

  String help(String text) {
    return in(GREEN, text);
  }

  String strong(String text) {
    return in(BOLD, text);
  }

  private String in(String code, String text) {
    return coloured && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
