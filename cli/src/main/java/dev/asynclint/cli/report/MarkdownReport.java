package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Markdown, worst first; fit for a comment or the summary of a workflow's step. What would go over
 * the size such a summary may have is counted instead.
 */
public final class MarkdownReport implements Report {
  private static final int LARGEST = 1_000_000;

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    out.write("## asynclint\n\n");
    String[] lines = Footer.of(result).split("\n");
    for (String line : lines) {
      out.write(escaped(line) + "  \n");
    }
    List<Reported> findings =
        result.findings().stream()
            .sorted(Comparator.comparing((Reported one) -> one.finding().severity()))
            .toList();
    Severity severity = null;
    int size = 0;
    int written = 0;
    for (Reported reported : findings) {
      Finding finding = reported.finding();
      String text = text(finding, result);
      size += text.getBytes(StandardCharsets.UTF_8).length;
      if (size > LARGEST) {
        out.write("\n" + (findings.size() - written) + " more findings are left out here.\n");
        return;
      }
      if (finding.severity() != severity) {
        severity = finding.severity();
        out.write("\n### " + severity.id() + "\n");
      }
      out.write(text);
      written++;
    }
  }

  private static String text(Finding finding, ScanResult result) {
    StringBuilder text = new StringBuilder();
    text.append("\n**").append(finding.ruleId()).append("** ");
    text.append(escaped(finding.message())).append("  \n`");
    text.append(finding.location().file().replace("`", "'")).append(':');
    text.append(finding.location().startLine()).append("`\n\n```java\n");
    String line = result.sources().line(finding.location().file(), finding.location().startLine());
    text.append(Columns.printable(line.strip()).replace("```", "'''")).append("\n```\n");
    int number = 0;
    for (Finding.Step step : finding.trace()) {
      number++;
      text.append(number == 1 ? "\n" : "").append(number).append(". `");
      text.append(step.location().file().replace("`", "'")).append(':');
      text.append(step.location().startLine()).append("` ");
      text.append(escaped(step.message())).append('\n');
    }
    if (!finding.help().isEmpty()) {
      text.append("\nHelp: ").append(escaped(finding.help().strip().replaceAll("\\s+", " ")));
      text.append('\n');
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return Columns.printable(text).replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
  }
}
