package dev.asynclint.maven;

import dev.asynclint.cli.scan.Gate;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes reports of what a module does that stalls it, and lets the build go on. */
@Mojo(
    name = "report",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ReportMojo extends AbstractReportingMojo {
  /** For Maven, which sets the parameters. */
  public ReportMojo() {}

  @Override
  List<String> defaultFormats() {
    return List.of("html", "sarif");
  }

  @Override
  Gate gate(boolean parseErrors, List<String> faults) {
    return new Gate(Severity.ERROR, 0, true, parseErrors);
  }

  @Override
  void conclude(ScanResult result, Gate gate, Gate.Outcome outcome) {
    getLog().info(counts(result));
  }
}
