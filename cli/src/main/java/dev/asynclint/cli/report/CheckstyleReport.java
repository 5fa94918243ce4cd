package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import java.io.IOException;
import java.io.Writer;

/** The XML of Checkstyle, which many services read. */
public final class CheckstyleReport implements Report {

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    Xml xml = new Xml(out);
    xml.open("checkstyle", "version", "10.0");
    String file = null;
    for (Reported reported : result.findings()) {
      Finding finding = reported.finding();
      String name = finding.location().file();
      if (!name.equals(file)) {
        if (file != null) {
          xml.close("file");
        }
        xml.open("file", "name", name);
        file = name;
      }
      xml.empty(
          "error",
          "line",
          String.valueOf(finding.location().startLine()),
          "column",
          String.valueOf(finding.location().startColumn()),
          "severity",
          finding.severity().id(),
          "message",
          finding.message(),
          "source",
          Tool.NAME + "." + finding.ruleId());
    }
    if (file != null) {
      xml.close("file");
    }
    xml.close("checkstyle");
  }
}
