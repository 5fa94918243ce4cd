package dev.asynclint.cli;

import dev.asynclint.cli.report.Format;
import dev.asynclint.cli.scan.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One {@code --format F[=PATH]}.
 *
 * @param path where to write; empty for standard output
 */
record Output(Format format, Optional<String> path) {

  /** Reads the option. */
  static final class Converter implements ITypeConverter<Output> {
    @Override
    public Output convert(String text) {
      int equals = text.indexOf('=');
      String id = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
      String path = equals < 0 ? "" : text.substring(equals + 1);
      if (equals >= 0 && path.isEmpty()) {
        throw new TypeConversionException("a file is missing after '" + text + "'");
      }
      List<String> ids = Arrays.stream(Format.values()).map(Format::id).toList();
      if (!ids.contains(id)) {
        throw new TypeConversionException(
            "unknown format '%s'%s; there are %s"
                .formatted(id, Nearest.question(id, ids).replace("?", ""), String.join(", ", ids)));
      }
      return new Output(
          Format.values()[ids.indexOf(id)], Optional.of(path).filter(one -> !one.isEmpty()));
    }
  }
}
