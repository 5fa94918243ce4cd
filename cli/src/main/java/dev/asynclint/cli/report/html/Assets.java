package dev.asynclint.cli.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of the page that are the same in every report. */
final class Assets {
  private static final List<String> STYLES =
      List.of("base.css", "summary.css", "hotspots.css", "filters.css", "findings.css");

  /** In the order in which they need each other; together they are one function. */
  private static final List<String> SCRIPTS =
      List.of(
          "elements.js",
          "data.js",
          "theme.js",
          "state.js",
          "path.js",
          "detail.js",
          "list.js",
          "filters.js",
          "main.js");

  private Assets() {}

  /** The frame of the page; a slot is a name in two pairs of braces. */
  static String page() {
    return read("page.html");
  }

  static String style() {
    return joined(STYLES);
  }

  static String script() {
    return "(() => {\n\"use strict\";\n" + joined(SCRIPTS) + "})();\n";
  }

  /** The source expression that lets this text run, and no other. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every platform has this digest", e);
    }
  }

  private static String joined(List<String> names) {
    return names.stream().map(Assets::read).collect(Collectors.joining("\n"));
  }

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
