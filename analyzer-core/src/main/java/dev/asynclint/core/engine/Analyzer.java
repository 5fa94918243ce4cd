package dev.asynclint.core.engine;

import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.summary.ModuleSummaries;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs rules over a program and orders what they find. */
public final class Analyzer {
  private final Knowledge knowledge;
  private final List<Rule> rules;
  private final Settings settings;
  private final int threads;

  /** An analyzer for these rules, with the defaults of all settings. */
  public Analyzer(Knowledge knowledge, List<? extends Rule> rules) {
    this(knowledge, rules, Settings.NONE);
  }

  /** An analyzer for these rules; their order does not matter. */
  public Analyzer(Knowledge knowledge, List<? extends Rule> rules, Settings settings) {
    this(knowledge, rules, settings, 1);
  }

  /**
   * An analyzer for these rules; their order does not matter.
   *
   * @param threads how many rules run at a time, at least 1
   */
  public Analyzer(Knowledge knowledge, List<? extends Rule> rules, Settings settings, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread runs rules, not " + threads);
    }
    this.threads = threads;
    this.knowledge = knowledge;
    this.rules = List.copyOf(rules);
    this.settings = settings;
  }

  /**
   * What the rules found and what kept them from it.
   *
   * @param findings without duplicates, in {@link Finding#ORDER}
   * @param problems one of kind {@link Problem.Kind#INTERNAL} for each rule that failed, in the
   *     order of the rules; their file is empty
   */
  public record Analysis(List<Finding> findings, List<Problem> problems) {
    /** Copies the lists. */
    public Analysis {
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Runs every rule. One that throws loses its own findings, never those of others.
   *
   * @param release Java release the program targets; 0 when not stated
   */
  public Analysis analyze(List<Unit> units, Types types, int release) {
    return analyze(program(units, types, release, ModuleSummaries.NONE));
  }

  /**
   * The program to analyse, with what other modules say of their callables.
   *
   * @param release Java release the program targets; 0 when not stated
   */
  public Program program(List<Unit> units, Types types, int release, ModuleSummaries external) {
    return Program.of(units, types, knowledge, release, external, settings);
  }

  /** Runs every rule over a program. One that throws loses its own findings alone. */
  public Analysis analyze(Program program) {
    TestFiles tests = program.setting(TestFiles.class).orElse(TestFiles.NONE);
    List<Finding> findings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Callable<List<Finding>>> checks = new ArrayList<>();
    for (Rule rule : rules) {
      checks.add(() -> rule.check(program).filter(one -> tests.admit(rule, one)).toList());
    }
    Iterator<Rule> checked = rules.iterator();
    for (Outcome<List<Finding>> outcome : Outcome.all(checks, threads)) {
      Rule rule = checked.next();
      if (outcome.fault() == null) {
        findings.addAll(outcome.result());
      } else {
        problems.add(Problem.internal("", "rule " + id(rule) + " failed", outcome.fault()));
      }
    }
    findings.sort(Finding.ORDER);
    return new Analysis(findings.stream().distinct().toList(), problems);
  }

  private static String id(Rule rule) {
    AsyncRule about = rule.getClass().getAnnotation(AsyncRule.class);
    return about == null ? rule.getClass().getName() : about.id();
  }
}
