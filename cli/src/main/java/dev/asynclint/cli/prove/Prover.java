package dev.asynclint.cli.prove;

import dev.asynclint.core.config.Config;
import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.FrontEnd.Lowered;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.prove.Pair;
import dev.asynclint.prove.Proof;
import dev.asynclint.prove.Twins;
import dev.asynclint.rules.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Proves rules: analyses their twins, and has them measured. */
public final class Prover {
  private final FrontEnd frontEnd;
  private final Knowledge knowledge;
  private final Twins twins;
  private final Map<String, String> budgets;
  private final Map<String, Pair> pairs;

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
    this.pairs = twins.pairs();
  }

  /**
   * Measures the twins of a rule and compares: those that stand for it first, then those about
   * other libraries. One that says so when there are none.
   *
   * @throws IOException when the sources cannot be put where a front end reads them
   */
  public List<Proof> prove(Rule rule, String id) throws IOException {
    List<Proof> proofs = new ArrayList<>();
    for (Pair pair : pairs.values().stream().filter(pair -> pair.rule().equals(id)).toList()) {
      proofs.add(prove(rule, pair));
    }
    return proofs.isEmpty() ? List.of(Proof.none(id)) : proofs;
  }

  private Proof prove(Rule rule, Pair pair) throws IOException {
    if (!pair.missing().isEmpty()) {
      return Proof.notRun(pair);
    }
    Set<Integer> bad = lines(rule, pair, "Bad", pair.bad());
    Set<Integer> good = lines(rule, pair, "Good", pair.good());
    return Proof.of(twins.measure(pair, budgets), bad, good);
  }

  private Set<Integer> lines(Rule rule, Pair pair, String twin, String text) throws IOException {
    Path file = Files.createTempFile("asynclint", ".java");
    try {
      Files.writeString(file, text);
      Lowered lowered =
          frontEnd.lower(
              List.of(new Source(file, Pair.file(pair.name(), twin))),
              new FrontEnd.Options(List.of(), pair.from(), 1, done -> {}));
      Settings settings = Thresholds.READER.read(budgets, (name, fault) -> {});
      return new Analyzer(knowledge, List.of(rule), settings)
          .analyze(lowered.units(), lowered.types(), pair.from()).findings().stream()
              .filter(finding -> finding.ruleId().equals(pair.rule()))
              .map(finding -> finding.location().startLine())
              .collect(Collectors.toCollection(TreeSet::new));
    } finally {
      Files.delete(file);
    }
  }
}
