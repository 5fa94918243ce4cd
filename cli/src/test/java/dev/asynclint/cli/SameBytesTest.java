package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.report.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The number of threads shows in no report; one scan of the demo for each number. */
final class SameBytesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private static Path folder;

  @BeforeAll
  static void scanTwice() {
    scan("1");
    scan("4");
  }

  private static void scan(String threads) {
    List<String> arguments =
        new ArrayList<>(List.of("scan", "testdata/demo", "--exit-zero", "-j", threads));
    Arrays.stream(Format.values())
        .forEach(
            format ->
                arguments.addAll(List.of("--format", format.id() + "=" + of(format, threads))));
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            ROOT,
            Map.of(),
            false,
            false);
    int status = new Commands(terminal, Parts.shipped()).run(arguments.toArray(String[]::new));
    assertThat(status).as(err.toString()).isZero();
  }

  private static Path of(Format format, String threads) {
    return folder.resolve(format.id() + "-" + threads);
  }

  @ParameterizedTest
  @EnumSource
  void threadsDoNotChangeTheReport(Format format) throws IOException {
    assertThat(of(format, "1")).isNotEmptyFile().hasSameBinaryContentAs(of(format, "4"));
    assertThat(Files.readString(of(format, "1"))).contains("OrderRepository.java");
  }
}
