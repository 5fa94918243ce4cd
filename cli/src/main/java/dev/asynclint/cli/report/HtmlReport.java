package dev.asynclint.cli.report;

import dev.asynclint.cli.report.html.HtmlPage;
import dev.asynclint.cli.report.html.RulePart;
import dev.asynclint.cli.scan.ScanResult;
import java.io.IOException;
import java.io.Writer;

/** One file for a browser, which needs no other and no network. */
public final class HtmlReport implements Report {

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    new HtmlPage(
            Tool.NAME,
            Tool.version(),
            rule ->
                RulePage.sections(rule).stream()
                    .map(part -> new RulePart(part.title(), part.body(), part.code()))
                    .toList())
        .write(result, out);
  }
}
