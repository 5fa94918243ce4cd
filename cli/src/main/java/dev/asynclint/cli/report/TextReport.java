package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Sources;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Finding.Step;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** For people: the source line, the path that leads there, and what to do; then a summary. */
public final class TextReport implements Report {
  private final Style style;
  private final boolean footer;

  /**
   * A report in these colours.
   *
   * @param footer whether the summary follows the findings
   */
  public TextReport(Style style, boolean footer) {
    this.style = style;
    this.footer = footer;
  }

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    for (Reported reported : result.findings()) {
      finding(reported, result.sources(), out);
      out.write('\n');
    }
    if (footer) {
      out.write(Footer.of(result));
    }
  }

  private void finding(Reported reported, Sources sources, Writer out) throws IOException {
    Finding finding = reported.finding();
    String margin = " ".repeat(String.valueOf(finding.location().startLine()).length());
    String head = finding.severity().id() + "[" + finding.ruleId() + "]";
    out.write(style.severity(finding.severity(), head));
    out.write(style.strong(": " + Columns.printable(finding.message())));
    out.write('\n');
    excerpt(finding, sources, margin, out);
    path(finding.trace(), margin, out);
    if (!finding.help().isEmpty()) {
      note(margin, style.help("help"), finding.help().lines().toList(), out);
    }
    if (reported.rule().isPresent()) {
      note(margin, "more", List.of("asynclint explain " + finding.ruleId()), out);
    }
  }

  private void excerpt(Finding finding, Sources sources, String margin, Writer out)
      throws IOException {
    String file = finding.location().file();
    int line = finding.location().startLine();
    Excerpt excerpt = Excerpt.of(sources.line(file, line), finding.location());
    String carets = "^".repeat(excerpt.length());
    String label = finding.label().isEmpty() ? "" : " " + Columns.printable(finding.label());
    out.write(
        "%s%s %s:%d:%d%n%s %s%n%s %s%s%n%s%n"
            .replace("%n", "\n")
            .formatted(
                margin,
                style.gutter("┌─"),
                Columns.printable(file),
                line,
                finding.location().startColumn(),
                style.gutter(line + "│"),
                excerpt.text(),
                margin + style.gutter("│"),
                " ".repeat(excerpt.indent()),
                style.severity(finding.severity(), carets + label),
                margin + style.gutter("│")));
  }

  /** Steps in one file say its name alone; where two files share a name, their paths. */
  private void path(List<Step> trace, String margin, Writer out) throws IOException {
    if (trace.isEmpty()) {
      return;
    }
    StepNames names = StepNames.of(trace);
    int digits = String.valueOf(trace.size()).length();
    List<String> lines = new java.util.ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      Step step = trace.get(i);
      lines.add(
          "%s  %s  %s%s"
              .formatted(
                  pad(String.valueOf(i + 1), digits),
                  pad(names.of(step), names.width()),
                  "  ".repeat(Math.max(step.depth(), 0)),
                  Columns.printable(step.message())));
    }
    note(margin, "path", lines, out);
  }

  private void note(String margin, String title, List<String> lines, Writer out)
      throws IOException {
    String rest = margin + " ".repeat("= path: ".length());
    for (int i = 0; i < lines.size(); i++) {
      String lead = i == 0 ? margin + style.gutter("=") + " " + title + ": " : rest;
      out.write(lead + lines.get(i).stripTrailing() + "\n");
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(width - text.length(), 0));
  }
}
