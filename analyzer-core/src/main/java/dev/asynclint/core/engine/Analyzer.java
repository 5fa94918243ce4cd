package dev.asynclint.core.engine;

import dev.asynclint.core.facts.Program;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Runs rules over a program and orders what they find. */
public final class Analyzer {
  private final Knowledge knowledge;
  private final List<Rule> rules;

  /** An analyzer for these rules; their order does not matter. */
  public Analyzer(Knowledge knowledge, List<? extends Rule> rules) {
    this.knowledge = knowledge;
    this.rules = List.copyOf(rules);
  }

  /**
   * Every finding of every rule, without duplicates, in {@link Finding#ORDER}.
   *
   * @param release Java release the program targets; 0 when not stated
   */
  public List<Finding> analyze(List<Unit> units, Types types, int release) {
    Program program = Program.of(units, types, knowledge, release);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      rule.check(program).forEach(findings::add);
    }
    findings.sort(Finding.ORDER);
    return findings.stream().distinct().toList();
  }
}
