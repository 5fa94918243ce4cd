package dev.asynclint.cli;

import dev.asynclint.cli.baseline.News;
import dev.asynclint.cli.scan.ScanResult;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Which findings are no news. */
final class KnownOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Leave out what this baseline knows; 'asynclint baseline create' makes one.")
  private String baseline;

  @Option(
      names = "--since",
      paramLabel = "REF",
      description = "Report only what lines changed since this commit of git take part in.")
  private String since;

  /** What takes known findings out of a result; what is wrong with the options is a fault. */
  UnaryOperator<ScanResult> read(Terminal terminal, List<String> faults) {
    return News.of(
        terminal.directory(), Optional.ofNullable(baseline), Optional.ofNullable(since), faults);
  }
}
