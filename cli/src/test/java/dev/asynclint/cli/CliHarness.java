package dev.asynclint.cli;

import dev.asynclint.cli.scan.FakeFrontEnd;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.cli.scan.TestRules;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.core.suppress.UnusedSuppression;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in a folder, with findings and sources a test puts there. */
final class CliHarness {
  final Map<String, String> environment = new HashMap<>();
  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private final List<Rule> more = new ArrayList<>();
  private final Path directory;
  private boolean terminal;

  CliHarness(Path directory) {
    this.directory = directory;
  }

  /** What a run gave. */
  record Run(int status, String out, String err) {}

  CliHarness file(String name, String text) {
    try {
      Path path = directory.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CliHarness onTerminal() {
    terminal = true;
    return this;
  }

  /** An error of high confidence at the first line of a file. */
  CliHarness error(String file) {
    errors.add(finding("stall-in-async", Severity.ERROR, Confidence.HIGH, file));
    return this;
  }

  /** What the rule calls an error, of this confidence. */
  CliHarness error(String file, Confidence confidence) {
    errors.add(finding("stall-in-async", Severity.ERROR, confidence, file));
    return this;
  }

  /** A warning at the first line of a file. */
  CliHarness warning(String file) {
    warnings.add(finding("wait-while-locked", Severity.WARNING, Confidence.HIGH, file));
    return this;
  }

  /** Many of them, each with another message. */
  CliHarness warnings(String file, int count) {
    for (int i = 0; i < count; i++) {
      warnings.add(
          finding(
              "wait-while-locked", Severity.WARNING, Confidence.HIGH, file, "'x" + i + "' stalls"));
    }
    return this;
  }

  /** A rule that throws. */
  CliHarness brokenRule() {
    Finding never = finding("broken-rule", Severity.WARNING, Confidence.HIGH, "src/A.java");
    more.add(new TestRules.Broken(List.of(never)));
    return this;
  }

  Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal streams =
        new Terminal(
            new PrintWriter(out), new PrintWriter(err), directory, environment, terminal, terminal);
    List<Rule> all = new ArrayList<>(more);
    all.addAll(List.of(new TestRules.Stall(errors), new TestRules.Hold(warnings)));
    all.add(new UnusedSuppression());
    RuleSet rules = RuleSet.of(all);
    Parts parts = new Parts(FakeFrontEnd::new, KnowledgeFiles::shipped, () -> rules);
    int status = new Commands(streams, parts).run(arguments);
    return new Run(status, out.toString(), err.toString());
  }

  private static Finding finding(
      String rule, Severity severity, Confidence confidence, String file) {
    return finding(rule, severity, confidence, file, "'x' stalls");
  }

  private static Finding finding(
      String rule, Severity severity, Confidence confidence, String file, String message) {
    return new Finding(
        rule,
        severity,
        confidence,
        new Location(file, 0, 5, 1, 1, 1, 6),
        message,
        "here",
        List.of(),
        "do not",
        List.of());
  }
}
