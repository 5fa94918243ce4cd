package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report that is wanted: {@code F[=PATH]}.
 *
 * @param path where to write; empty for where such a report goes by itself
 */
public record Destination(Format format, Optional<String> path) {

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  public static Destination of(String text) {
    int equals = text.indexOf('=');
    String id = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
    String path = equals < 0 ? "" : text.substring(equals + 1);
    if (equals >= 0 && path.isEmpty()) {
      throw new IllegalArgumentException("a file is missing after '" + text + "'");
    }
    List<String> ids = Arrays.stream(Format.values()).map(Format::id).toList();
    if (!ids.contains(id)) {
      throw new IllegalArgumentException(
          "unknown format '%s'%s; there are %s"
              .formatted(id, Nearest.question(id, ids).replace("?", ""), String.join(", ", ids)));
    }
    return new Destination(
        Format.values()[ids.indexOf(id)], Optional.of(path).filter(one -> !one.isEmpty()));
  }
}
