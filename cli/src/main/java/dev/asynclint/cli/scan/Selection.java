package dev.asynclint.cli.scan;

import dev.asynclint.core.rule.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Which rules run. A selector is a rule id, a family, {@code wave-N}, or {@code all}.
 *
 * @param select selectors of rules that run; empty for all
 * @param ignore selectors of rules that do not, stronger than {@code select}
 */
public record Selection(List<String> select, List<String> ignore) {
  private static final String ALL = "all";
  private static final String WAVE = "wave-";

  /** Copies the lists. */
  public Selection {
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
  }

  /** One message for each selector that means nothing. */
  public List<String> faults(RuleSet rules) {
    List<String> known = new ArrayList<>(List.of(ALL));
    rules.rules().forEach(rule -> known.add(rule.id()));
    rules.rules().forEach(rule -> known.add(WAVE + rule.wave()));
    Arrays.stream(Family.values()).map(Family::id).forEach(known::add);
    List<String> faults = new ArrayList<>();
    for (String selector : new TreeSet<>(both())) {
      if (!known.contains(selector)) {
        faults.add(
            "unknown rule, family or wave '%s'%s"
                .formatted(selector, Nearest.question(selector, known)));
      }
    }
    return faults;
  }

  /** The rules that run. */
  public RuleSet of(RuleSet rules) {
    return new RuleSet(
        rules.rules().stream()
            .filter(rule -> select.isEmpty() || any(select, rule))
            .filter(rule -> !any(ignore, rule))
            .toList());
  }

  private List<String> both() {
    List<String> both = new ArrayList<>(select);
    both.addAll(ignore);
    return both;
  }

  private static boolean any(List<String> selectors, RuleInfo rule) {
    return selectors.stream()
        .anyMatch(
            selector ->
                selector.equals(ALL)
                    || selector.equals(rule.id())
                    || selector.equals(rule.family().id())
                    || selector.equals(WAVE + rule.wave()));
  }
}
