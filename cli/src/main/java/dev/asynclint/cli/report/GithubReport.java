package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Annotations for a workflow of GitHub. It shows ten of each level a step, so the rest is counted:
 * those of high confidence come first.
 */
public final class GithubReport implements Report {
  private static final int SHOWN = 10;

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    int left = 0;
    for (Severity severity : Severity.values()) {
      List<Finding> all =
          result.findings().stream()
              .map(Reported::finding)
              .filter(finding -> finding.severity() == severity)
              .sorted(java.util.Comparator.comparing(Finding::confidence))
              .toList();
      // The closing line is a notice itself.
      int shown = severity == Severity.INFO ? SHOWN - 1 : SHOWN;
      for (Finding finding : all.subList(0, Math.min(shown, all.size()))) {
        out.write(line(finding));
      }
      left += Math.max(all.size() - shown, 0);
    }
    if (left > 0) {
      out.write(
          "::notice title=asynclint::%d more findings are in the other reports of this scan\n"
              .formatted(left));
    }
  }

  private static String line(Finding finding) {
    Location at = finding.location();
    String help = finding.help().isEmpty() ? "" : "\nHelp: " + finding.help().strip();
    return "::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s\n"
        .formatted(
            finding.severity() == Severity.INFO ? "notice" : finding.severity().id(),
            property(at.file()),
            at.startLine(),
            at.endLine(),
            at.startColumn(),
            at.endColumn(),
            property(finding.ruleId()),
            data(finding.message() + help));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
