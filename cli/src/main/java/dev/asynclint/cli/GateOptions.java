package dev.asynclint.cli;

import dev.asynclint.cli.scan.Gate;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import picocli.CommandLine.Option;

/** When a scan fails. */
final class GateOptions {
  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      defaultValue = "warning",
      converter = Choices.SeverityConverter.class,
      description = "Mildest severity that fails: error, warning or info. Default: warning.")
  private Severity failOn;

  @Option(names = "--exit-zero", description = "Findings do not fail the scan.")
  private boolean exitZero;

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description = "Let through up to N findings at or above --fail-on. Default: 0.")
  private int tolerated;

  @Option(
      names = "--allow-parse-errors",
      description = "Files that cannot be read or parsed do not fail the scan.")
  private boolean allowParseErrors;

  Gate gate(List<String> faults) {
    if (tolerated < 0) {
      faults.add("--max-findings " + tolerated + ": a number from 0 is needed");
    }
    return new Gate(failOn, tolerated, exitZero, allowParseErrors);
  }
}
