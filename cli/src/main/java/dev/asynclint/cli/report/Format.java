package dev.asynclint.cli.report;

import java.util.Locale;
import java.util.function.Consumer;

/** The formats of a scan. */
public enum Format {
  /** For people. */
  TEXT,
  /** One line a finding. */
  CONCISE,
  /** For scripts. */
  JSON,
  /** For code-scanning services and editors. */
  SARIF,
  /** For people, in a browser. */
  HTML,
  /** For comments and the summaries of workflows. */
  MD,
  /** Annotations of a workflow of GitHub. */
  GITHUB,
  /** Code quality of GitLab. */
  GITLAB,
  /** For reviewdog. */
  RDJSON,
  /** For services that show tests. */
  JUNIT,
  /** For services that show what Checkstyle finds. */
  CHECKSTYLE;

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A writer of this format.
   *
   * @param style colours, where the format has any
   * @param footer whether a summary follows, where the format has one
   * @param exitCode exit status of the run, where the format tells it
   * @param notices told what the format has no room for, where it has limits
   */
  public Report report(Style style, boolean footer, int exitCode, Consumer<String> notices) {
    return switch (this) {
      case TEXT -> new TextReport(style, footer);
      case CONCISE -> new ConciseReport(style);
      case JSON -> new JsonReport();
      case SARIF -> new SarifReport(exitCode, notices);
      case HTML -> new HtmlReport();
      case MD -> new MarkdownReport();
      case GITHUB -> new GithubReport();
      case GITLAB -> new GitlabReport();
      case RDJSON -> new RdjsonReport();
      case JUNIT -> new JunitReport();
      case CHECKSTYLE -> new CheckstyleReport();
    };
  }
}
