package dev.asynclint.core.config;

import dev.asynclint.core.rule.AsyncRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which rules report, and how bad it is. The names are those of {@link RuleNames}.
 *
 * @param select rules that report; empty when nothing is said
 * @param ignore rules that do not, stronger than {@code select}
 * @param severity levels by name; a rule's own name wins over its family's, that over its wave's
 */
public record RuleChoice(List<String> select, List<String> ignore, Map<String, Level> severity) {
  /** Nothing is said. */
  public static final RuleChoice NONE = new RuleChoice(List.of(), List.of(), Map.of());

  /** Copies what it is given. */
  public RuleChoice {
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
    severity = Map.copyOf(severity);
  }

  /** Whether a rule reports, given what holds where nothing is said. */
  public boolean runs(AsyncRule rule, boolean otherwise) {
    boolean selected = select.isEmpty() ? otherwise : any(select, rule);
    return selected && !any(ignore, rule);
  }

  /** The level of a rule, where one is stated. */
  public Optional<Level> level(AsyncRule rule) {
    return RuleNames.of(rule).stream().flatMap(n -> Stream.ofNullable(severity.get(n))).findFirst();
  }

  private static boolean any(List<String> selectors, AsyncRule rule) {
    return selectors.stream().anyMatch(selector -> RuleNames.means(selector, rule));
  }
}
