package dev.asynclint.cli.prove;

import dev.asynclint.core.config.Config;
import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.FrontEnd.Lowered;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.prove.Measured;
import dev.asynclint.prove.Proof;
import dev.asynclint.prove.Twins;
import dev.asynclint.rules.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Proves rules: analyses their twins, and has them measured. */
public final class Prover {
  private static final int RELEASE = 17;

  private final FrontEnd frontEnd;
  private final Knowledge knowledge;
  private final Twins twins;
  private final Map<String, String> budgets;
  private final Map<String, Twins.Sources> sources;

  /**
   * With these parts.
   *
   * @param config whose budgets count, for the rules and for what is measured
   */
  public Prover(FrontEnd frontEnd, Knowledge knowledge, Twins twins, Config config) {
    this.frontEnd = frontEnd;
    this.knowledge = knowledge;
    this.twins = twins;
    this.budgets = config.budgets();
    this.sources = twins.sources();
  }

  /** The rules that have twins. */
  public Set<String> rules() {
    return sources.keySet();
  }

  /**
   * Measures the twins of a rule and compares.
   *
   * @throws IOException when the sources cannot be put where a front end reads them
   */
  public Proof prove(Rule rule, String id) throws IOException {
    Twins.Sources programs = sources.get(id);
    if (programs == null) {
      return Proof.none(id);
    }
    Set<Integer> bad = lines(rule, id, "Bad", programs.bad());
    Set<Integer> good = lines(rule, id, "Good", programs.good());
    Measured measured = twins.measure(id, budgets);
    return Proof.of(measured, bad, good);
  }

  private Set<Integer> lines(Rule rule, String id, String twin, String text) throws IOException {
    Path file = Files.createTempFile("asynclint", ".java");
    try {
      Files.writeString(file, text);
      Lowered lowered =
          frontEnd.lower(
              List.of(new Source(file, Twins.file(id, twin))),
              new FrontEnd.Options(List.of(), RELEASE, 1, done -> {}));
      Settings settings = Thresholds.READER.read(budgets, (name, fault) -> {});
      return new Analyzer(knowledge, List.of(rule), settings)
          .analyze(lowered.units(), lowered.types(), RELEASE).findings().stream()
              .filter(finding -> finding.ruleId().equals(id))
              .map(finding -> finding.location().startLine())
              .collect(Collectors.toCollection(TreeSet::new));
    } finally {
      Files.delete(file);
    }
  }
}
