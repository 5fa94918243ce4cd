package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import java.io.IOException;
import java.io.Writer;

/** One line a finding: {@code path:line:column: level[rule] message}. */
public final class ConciseReport implements Report {
  private final Style style;

  /** A report in these colours. */
  public ConciseReport(Style style) {
    this.style = style;
  }

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    for (Reported reported : result.findings()) {
      Finding finding = reported.finding();
      String level = finding.severity().id() + "[" + finding.ruleId() + "]";
      out.write(
          "%s:%d:%d: %s %s\n"
              .formatted(
                  Columns.printable(finding.location().file()),
                  finding.location().startLine(),
                  finding.location().startColumn(),
                  style.severity(finding.severity(), level),
                  Columns.printable(finding.message())));
    }
  }
}
