package dev.asynclint.cli;

import dev.asynclint.cli.scan.Selection;
import dev.asynclint.core.facts.Confidence;
import java.util.List;
import picocli.CommandLine.Option;

/** Which findings a scan reports. */
final class RuleOptions {
  @Option(
      names = "--select",
      paramLabel = "RULE",
      split = ",",
      description = "Run these alone: rule ids, families, wave-N, or all. Repeatable.")
  private List<String> select = List.of();

  @Option(
      names = "--ignore",
      paramLabel = "RULE",
      split = ",",
      description = "Do not run these; stronger than --select. Repeatable.")
  private List<String> ignore = List.of();

  @Option(
      names = "--min-confidence",
      paramLabel = "LEVEL",
      defaultValue = "medium",
      converter = Choices.ConfidenceConverter.class,
      description = "Weakest confidence to report: high, medium or low. Default: medium.")
  private Confidence minimum;

  Selection selection() {
    return new Selection(select, ignore);
  }

  Confidence minimum() {
    return minimum;
  }
}
