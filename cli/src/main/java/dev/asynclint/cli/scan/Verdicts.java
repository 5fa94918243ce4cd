package dev.asynclint.cli.scan;

import dev.asynclint.core.config.Config;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.identity.Fingerprints;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.core.suppress.Suppressor;
import dev.asynclint.core.suppress.UnusedSuppression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of what rules found: reported as configured, or hidden. */
final class Verdicts {
  private final Config config;
  private final Confidence minimum;
  private final RuleSet rules;
  private final Fingerprints fingerprints;
  private final Sources sources;
  private final List<Reported> reported = new ArrayList<>();
  private final List<Hidden> hidden = new ArrayList<>();

  private Verdicts(
      Config config, Confidence minimum, RuleSet rules, List<Unit> units, Sources sources) {
    this.config = config;
    this.minimum = minimum;
    this.rules = rules;
    this.fingerprints = new Fingerprints(units, sources::line);
    this.sources = sources;
  }

  /** Findings of each kind, in {@link Finding#ORDER}. */
  record All(List<Reported> reported, List<Hidden> hidden) {}

  /**
   * Judges all findings.
   *
   * @param installed every rule, to know what may be named
   * @param rules those that ran
   * @param tests names of files that are tests
   * @param problems what kept rules or files from being analysed
   */
  static All of(
      List<Finding> findings,
      Config config,
      Confidence minimum,
      RuleSet installed,
      RuleSet rules,
      List<Unit> units,
      Sources sources,
      Set<String> tests,
      List<Problem> problems) {
    Verdicts verdicts = new Verdicts(config, minimum, rules, units, sources);
    Suppressor.Outcome outcome =
        new Suppressor(installed.rules().stream().map(RuleInfo::rule).toList())
            .apply(
                findings,
                units.stream().map(Unit::file).toList(),
                file -> sources.text(file).text(),
                verdicts.reporting(tests, problems));
    verdicts.judge(findings, outcome);
    return new All(verdicts.reported, verdicts.hidden);
  }

  /** Nothing is unused because something went wrong. */
  private java.util.function.BiPredicate<String, String> reporting(
      Set<String> tests, List<Problem> problems) {
    Set<String> broken = new HashSet<>();
    problems.stream()
        .filter(problem -> problem.kind() != Problem.Kind.SKIPPED)
        .forEach(problem -> broken.add(problem.file()));
    boolean failed = broken.contains("");
    return (rule, file) ->
        !failed
            && !broken.contains(file)
            && rules
                .byId(rule)
                .filter(one -> one.about().inTests() || !tests.contains(file))
                .filter(one -> config.runs(one.about(), place(file)))
                .isPresent();
  }

  private void judge(List<Finding> findings, Suppressor.Outcome outcome) {
    List<Suppressor.Suppressed> suppressed = new ArrayList<>(outcome.suppressed());
    for (Finding finding : findings) {
      // Every finding takes its number, so that filters do not rename those that remain.
      Optional<Reported> judged = judged(finding);
      if (!suppressed.isEmpty() && suppressed.get(0).finding() == finding) {
        String reason = suppressed.remove(0).reason();
        judged.ifPresent(one -> hidden.add(new Hidden(one, Hidden.Because.SOURCE, reason)));
      } else {
        judged.ifPresent(reported::add);
      }
    }
    if (rules.byId(UnusedSuppression.ID).isPresent()) {
      outcome.unused().stream().map(this::judged).flatMap(Optional::stream).forEach(reported::add);
      reported.sort(Comparator.comparing(Reported::finding, Finding.ORDER));
    }
  }

  /** The finding as it is configured; empty when it is not wanted there. */
  private Optional<Reported> judged(Finding finding) {
    String callable = fingerprints.callable(finding);
    String fingerprint = fingerprints.of(finding, callable);
    if (finding.confidence().compareTo(minimum) > 0) {
      return Optional.empty();
    }
    Optional<RuleInfo> rule = rules.byId(finding.ruleId());
    Optional<Finding> configured =
        rule.isEmpty()
            ? Optional.of(demoted(finding))
            : config.judge(rule.get().about(), demoted(finding), place(finding.location().file()));
    return configured.map(one -> new Reported(one, rule, callable, fingerprint));
  }

  private Path place(String file) {
    return sources.path(file).orElseGet(() -> Path.of(file));
  }

  /** What is not certain is never an error. */
  private static Finding demoted(Finding finding) {
    return finding.confidence() != Confidence.HIGH && finding.severity() == Severity.ERROR
        ? finding.with(Severity.WARNING)
        : finding;
  }
}
