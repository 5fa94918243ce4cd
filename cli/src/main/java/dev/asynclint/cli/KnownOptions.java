package dev.asynclint.cli;

import dev.asynclint.cli.baseline.Baseline;
import dev.asynclint.cli.baseline.BaselineFile;
import dev.asynclint.cli.baseline.ChangedLines;
import dev.asynclint.cli.scan.ScanResult;
import java.util.List;
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
    UnaryOperator<ScanResult> news = result -> result;
    try {
      if (baseline != null) {
        Baseline read = BaselineFile.read(terminal.directory().resolve(baseline), baseline);
        news = read::hide;
      }
      if (since != null) {
        ChangedLines changed = ChangedLines.since(since, terminal.directory());
        UnaryOperator<ScanResult> first = news;
        news = result -> changed.keep(first.apply(result));
      }
    } catch (BaselineFile.MalformedException | ChangedLines.UnknownException e) {
      faults.add(e.getMessage());
    }
    return news;
  }
}
