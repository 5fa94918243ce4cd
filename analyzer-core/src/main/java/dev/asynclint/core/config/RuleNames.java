package dev.asynclint.core.config;

import dev.asynclint.core.knowledge.Suggestion;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What rules can be called: by an id, a family, {@code wave-N}, or {@code all}. Immutable. */
public final class RuleNames {
  private static final String ALL = "all";
  private static final String WAVE = "wave-";

  private final Set<String> selectors = new TreeSet<>();

  /** The names of these rules. */
  public RuleNames(List<? extends Rule> rules) {
    selectors.add(ALL);
    Arrays.stream(Family.values()).map(Family::id).forEach(selectors::add);
    for (Rule rule : rules) {
      AsyncRule about = rule.getClass().getAnnotation(AsyncRule.class);
      if (about != null) {
        selectors.add(about.id());
        selectors.add(WAVE + about.wave());
      }
    }
  }

  /** Every name, sorted. */
  public List<String> all() {
    return List.copyOf(selectors);
  }

  /** What is wrong with a name, with the one that was probably meant. */
  public Optional<String> fault(String selector) {
    if (selectors.contains(selector)) {
      return Optional.empty();
    }
    String nearest = Suggestion.nearest(selector, selectors);
    return Optional.of(
        "unknown rule, family or wave '%s'%s"
            .formatted(selector, nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?"));
  }

  /** Whether a name means a rule. */
  public static boolean means(String selector, AsyncRule rule) {
    return of(rule).contains(selector);
  }

  /** Every name of a rule, the one that means the fewest rules first. */
  public static List<String> of(AsyncRule rule) {
    return List.of(rule.id(), rule.family().id(), WAVE + rule.wave(), ALL);
  }
}
