package dev.asynclint.maven;

import dev.asynclint.cli.ExitStatus;
import dev.asynclint.cli.scan.Gate;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that leaves out what is known and writes reports. */
abstract class AbstractReportingMojo extends AbstractScanMojo {
  /**
   * Leaves out what this baseline knows, from the root of the build. <code>asynclint:baseline
   * </code> makes one.
   */
  @Parameter(property = "asynclint.baseline")
  private String baseline;

  /**
   * Reports to write, each <code>F[=PATH]</code> with a format of the command line; a path starts
   * at the module.
   */
  @Parameter(property = "asynclint.formats")
  private List<String> formats;

  /** Files that cannot be read or parsed do not fail the build. */
  @Parameter(property = "asynclint.allowParseErrors", defaultValue = "false")
  private boolean allowParseErrors;

  private Reports reports;

  /** What is written where nothing is asked for. */
  abstract List<String> defaultFormats();

  /** What lets a scan pass. */
  abstract Gate gate(boolean parseErrors, List<String> faults);

  @Override
  final Optional<String> known() {
    return Optional.ofNullable(baseline);
  }

  @Override
  final void check(List<String> faults) {
    gate(allowParseErrors, faults);
    List<String> wanted = formats == null || formats.isEmpty() ? defaultFormats() : formats;
    reports = Reports.of(wanted, module(), outputDirectory(), root(), faults);
  }

  @Override
  final void conclude(ScanResult result) throws MojoExecutionException, MojoFailureException {
    Gate gate = gate(allowParseErrors, new ArrayList<>());
    Gate.Outcome outcome = gate.of(result);
    List<String> faults = reports.write(result, ExitStatus.of(outcome), getLog()::warn);
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    reports.names().forEach(name -> getLog().info("report: " + name));
    conclude(result, gate, outcome);
  }

  /** Says what was found, after the reports are written. */
  abstract void conclude(ScanResult result, Gate gate, Gate.Outcome outcome)
      throws MojoFailureException;

  /** Findings such as {@code 3 findings: 1 error, 2 warnings, 0 info}. */
  static String counts(ScanResult result) {
    int all = result.findings().size();
    return "%d finding%s: %d error%s, %d warning%s, %d info"
        .formatted(
            all,
            all == 1 ? "" : "s",
            result.count(Severity.ERROR),
            result.count(Severity.ERROR) == 1 ? "" : "s",
            result.count(Severity.WARNING),
            result.count(Severity.WARNING) == 1 ? "" : "s",
            result.count(Severity.INFO));
  }
}
