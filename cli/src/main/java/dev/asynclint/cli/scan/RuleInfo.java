package dev.asynclint.cli.scan;

import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.RuleText;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import java.util.Optional;

/** A rule and what its annotation says of it. */
public record RuleInfo(Rule rule, AsyncRule about) {

  /**
   * Reads the annotation.
   *
   * @throws IllegalStateException if there is none
   */
  public static RuleInfo of(Rule rule) {
    AsyncRule about = rule.getClass().getAnnotation(AsyncRule.class);
    if (about == null) {
      throw new IllegalStateException(
          "rule " + rule.getClass().getName() + " does not say what it is: @AsyncRule is missing");
    }
    return new RuleInfo(rule, about);
  }

  /** The id, in kebab case. */
  public String id() {
    return about.id();
  }

  /** The id in Pascal case, as check names are. */
  public String name() {
    return RuleText.name(about.id());
  }

  /** The family. */
  public Family family() {
    return about.family();
  }

  /** The severity of a finding of high confidence. */
  public Severity severity() {
    return about.severity();
  }

  /** The wave it ships in, from 1. */
  public int wave() {
    return about.wave();
  }

  /** What its fix promises. */
  public FixSafety fix() {
    return about.fix();
  }

  /** Whether a measured pair of programs confirms the rule. */
  public boolean validated() {
    return validation().isPresent();
  }

  /** The pair of programs that confirms the rule; empty when there is none. */
  public Optional<Validation> validation() {
    return Validation.of(id());
  }

  /** One sentence without a full stop. */
  public String summary() {
    return about.summary();
  }

  /** Titles and addresses. */
  public List<String> references() {
    return List.of(about.references());
  }
}
