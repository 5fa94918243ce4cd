package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Findings as failed tests, notes as tests that passed and say something, a suite a file; a scan
 * that finds nothing is one test that passed, so that it can be seen to have run.
 */
public final class JunitReport implements Report {

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    Map<String, List<Reported>> byFile =
        result.findings().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.finding().location().file(), TreeMap::new, Collectors.toList()));
    List<Hidden> meant =
        result.hidden().stream().filter(one -> one.because() == Hidden.Because.SOURCE).toList();
    Xml xml = new Xml(out);
    xml.open(
        "testsuites",
        "name",
        Tool.NAME,
        "tests",
        String.valueOf(1 + result.findings().size() + meant.size()),
        "failures",
        failures(result.findings()));
    xml.open(
        "testsuite",
        "name",
        Tool.NAME,
        "tests",
        String.valueOf(1 + meant.size()),
        "failures",
        "0",
        "skipped",
        String.valueOf(meant.size()));
    xml.empty(
        "testcase",
        "classname",
        Tool.NAME,
        "name",
        "scan of " + Counted.of(result.summary().files(), "file"));
    for (Hidden hidden : meant) {
      Finding finding = hidden.reported().finding();
      xml.open("testcase", "classname", finding.location().file(), "name", name(finding));
      xml.empty("skipped", "message", hidden.reason());
      xml.close("testcase");
    }
    xml.close("testsuite");
    for (Map.Entry<String, List<Reported>> suite : byFile.entrySet()) {
      String size = String.valueOf(suite.getValue().size());
      String failed = failures(suite.getValue());
      xml.open("testsuite", "name", suite.getKey(), "tests", size, "failures", failed);
      for (Reported reported : suite.getValue()) {
        Finding finding = reported.finding();
        xml.open("testcase", "classname", suite.getKey(), "name", name(finding));
        if (isNote(finding)) {
          xml.text("system-out", finding.message() + "\n" + text(finding));
        } else {
          String type = finding.severity().id();
          xml.text("failure", text(finding), "message", finding.message(), "type", type);
        }
        xml.close("testcase");
      }
      xml.close("testsuite");
    }
    xml.close("testsuites");
  }

  private static boolean isNote(Finding finding) {
    return finding.severity() == Severity.INFO;
  }

  private static String failures(List<Reported> findings) {
    return String.valueOf(findings.stream().filter(one -> !isNote(one.finding())).count());
  }

  private static String name(Finding finding) {
    return "%s, line %d".formatted(finding.ruleId(), finding.location().startLine());
  }

  private static String text(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(finding.location().file()).append(':').append(finding.location().startLine());
    finding
        .trace()
        .forEach(
            step ->
                text.append("\n  ")
                    .append("  ".repeat(Math.max(step.depth(), 0)))
                    .append(step.location().file())
                    .append(':')
                    .append(step.location().startLine())
                    .append(' ')
                    .append(step.message()));
    if (!finding.help().isEmpty()) {
      text.append("\nHelp: ").append(finding.help().strip());
    }
    return text.toString();
  }
}
