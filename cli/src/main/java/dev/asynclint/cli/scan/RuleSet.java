package dev.asynclint.cli.scan;

import dev.asynclint.core.config.RuleNames;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.suppress.UnusedSuppression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Rules in the order of their ids. */
public record RuleSet(List<RuleInfo> rules) {
  /** Copies the rules and puts them in order. */
  public RuleSet {
    rules = rules.stream().sorted(Comparator.comparing(RuleInfo::id)).toList();
  }

  /** These rules. */
  public static RuleSet of(List<? extends Rule> rules) {
    return new RuleSet(rules.stream().map(RuleInfo::of).toList());
  }

  /** Every rule on the class path, and what the engine itself reports. */
  public static RuleSet installed() {
    List<Rule> rules = new ArrayList<>();
    ServiceLoader.load(Rule.class).forEach(rules::add);
    rules.add(new UnusedSuppression());
    return of(rules);
  }

  /** The rule of that id. */
  public Optional<RuleInfo> byId(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** What the rules can be called. */
  public RuleNames names() {
    return new RuleNames(rules.stream().map(RuleInfo::rule).toList());
  }

  /** All ids. */
  public List<String> ids() {
    return rules.stream().map(RuleInfo::id).toList();
  }
}
