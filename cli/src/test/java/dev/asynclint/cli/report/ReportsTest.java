package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.cli.scan.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each format of the sample, letter by letter; {@code -Dgolden=DIR} writes what it is now. */
final class ReportsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "TEXT,sample.txt",
    "CONCISE,sample.concise",
    "JSON,sample.json",
    "SARIF,sample.sarif",
    "MD,sample.md",
    "GITHUB,sample.github",
    "GITLAB,sample.gitlab.json",
    "RDJSON,sample.rdjson",
    "JUNIT,sample.junit.xml",
    "CHECKSTYLE,sample.checkstyle.xml"
  })
  void reportIsAsWrittenDown(Format format, String name) throws IOException {
    String report =
        Sample.written(format.report(Style.PLAIN, true, 3, notice -> {}), Sample.in(folder));
    String now = report.replace(Tool.version(), "VERSION");
    if (System.getProperty("golden") != null) {
      Files.writeString(Path.of(System.getProperty("golden")).resolve(name), now);
    }
    assertThat(now).isEqualTo(Sample.golden(name));
  }

  @ParameterizedTest
  @EnumSource
  void sameScanGivesTheSameBytes(Format format) {
    ScanResult one = Sample.in(folder);
    Report report = format.report(Style.PLAIN, true, 0, notice -> {});
    assertThat(Sample.written(report, one)).isEqualTo(Sample.written(report, Sample.in(folder)));
  }

  @ParameterizedTest
  @EnumSource
  void noReportTellsWhereTheTreeStands(Format format) {
    String report =
        Sample.written(format.report(Style.PLAIN, true, 0, notice -> {}), Sample.in(folder));
    assertThat(report).doesNotContain(folder.toString());
  }
}
