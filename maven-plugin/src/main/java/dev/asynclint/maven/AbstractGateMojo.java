package dev.asynclint.maven;

import dev.asynclint.cli.report.Destination;
import dev.asynclint.cli.report.Format;
import dev.asynclint.cli.report.Style;
import dev.asynclint.cli.scan.Gate;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Words;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that shows findings and fails the build for them. */
abstract class AbstractGateMojo extends AbstractReportingMojo {
  private static final String NOTHING = "none";

  /** Mildest severity that fails the build. */
  @Parameter(property = "asynclint.failOn", defaultValue = "warning")
  private String failOn;

  /** Lets through up to so many findings at or above <code>failOn</code>. */
  @Parameter(property = "asynclint.maxFindings", defaultValue = "0")
  private int maxFindings;

  /** Findings do not fail the build. */
  @Parameter(property = "asynclint.exitZero", defaultValue = "false")
  private boolean exitZero;

  /** Format of what is shown: <code>text</code>, any other one, or <code>none</code>. */
  @Parameter(property = "asynclint.console", defaultValue = "text")
  private String console;

  @Override
  final List<String> defaultFormats() {
    return List.of();
  }

  @Override
  final Gate gate(boolean parseErrors, List<String> faults) {
    if (maxFindings < 0) {
      faults.add("maxFindings " + maxFindings + ": a number from 0 is needed");
    }
    shown(faults);
    Severity severity = Severity.WARNING;
    try {
      severity = Words.of(Severity.class, failOn);
    } catch (IllegalArgumentException e) {
      faults.add("failOn: " + e.getMessage());
    }
    return new Gate(severity, maxFindings, exitZero, parseErrors);
  }

  private Optional<Format> shown(List<String> faults) {
    if (console.equals(NOTHING)) {
      return Optional.empty();
    }
    try {
      Destination destination = Destination.of(console);
      if (destination.path().isPresent()) {
        faults.add("console: takes a format alone; formats takes files");
      }
      return Optional.of(destination.format());
    } catch (IllegalArgumentException e) {
      faults.add("console: " + e.getMessage() + ", and " + NOTHING);
      return Optional.empty();
    }
  }

  @Override
  final void conclude(ScanResult result, Gate gate, Gate.Outcome outcome)
      throws MojoFailureException {
    show(result);
    switch (outcome) {
      case CLEAN -> {}
      case FINDINGS -> throw new MojoFailureException(failing(result, gate));
      case INCOMPLETE -> throw new MojoFailureException(incomplete(result));
    }
  }

  private void show(ScanResult result) {
    Optional<Format> format = shown(List.of());
    if (format.equals(Optional.of(Format.TEXT)) || format.equals(Optional.of(Format.CONCISE))) {
      for (Reported one : result.findings()) {
        text(format.get(), result.with(List.of(one), List.of()))
            .lines()
            .forEach(log(one.finding().severity()));
      }
    } else {
      format.map(one -> text(one, result)).stream()
          .flatMap(String::lines)
          .forEach(log(Severity.INFO));
    }
    getLog().info(counts(result));
  }

  private Consumer<CharSequence> log(Severity severity) {
    return switch (severity) {
      case ERROR -> getLog()::error;
      case WARNING -> getLog()::warn;
      case INFO -> getLog()::info;
    };
  }

  private static String text(Format format, ScanResult result) {
    StringWriter text = new StringWriter();
    try {
      format.report(Style.PLAIN, false, 0, left -> {}).write(result, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The first one is named, because Maven repeats the message at its end. */
  private static String failing(ScanResult result, Gate gate) {
    Finding first =
        result.findings().stream()
            .map(Reported::finding)
            .filter(one -> one.severity().compareTo(gate.failOn()) <= 0)
            .findFirst()
            .orElseThrow();
    Location at = first.location();
    long failing = gate.failing(result);
    return "%d finding%s of severity %s%s%s, %s:%d:%d: [%s] %s"
        .formatted(
            failing,
            failing == 1 ? "" : "s",
            gate.failOn().name().toLowerCase(Locale.ROOT),
            gate.failOn() == Severity.ERROR ? "" : " or worse",
            failing == 1 ? "" : ", the first",
            at.file(),
            at.startLine(),
            at.startColumn(),
            first.ruleId(),
            first.message());
  }

  private static String incomplete(ScanResult result) {
    List<Problem> problems =
        result.problems().stream()
            .filter(problem -> problem.kind() != Problem.Kind.SKIPPED)
            .toList();
    boolean ours = problems.stream().anyMatch(one -> one.kind() == Problem.Kind.INTERNAL);
    return "not everything was scanned%s: %s%s"
        .formatted(
            problems.size() == 1 ? "" : ", " + problems.size() + " problems",
            problems.get(0).text(),
            ours ? "" : "; allowParseErrors lets the build pass");
  }
}
