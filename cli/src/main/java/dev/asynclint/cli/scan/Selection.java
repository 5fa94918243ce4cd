package dev.asynclint.cli.scan;

import dev.asynclint.core.config.Config;
import dev.asynclint.core.config.Level;
import dev.asynclint.core.config.RuleChoice;
import dev.asynclint.core.config.RuleNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which rules a command line asks for. A selector is a rule id, a family, {@code wave-N}, or {@code
 * all}.
 *
 * @param select selectors of rules that run; empty for those of the configuration
 * @param ignore selectors of rules that do not, stronger than everything else
 */
public record Selection(List<String> select, List<String> ignore) {

  /** Copies the lists. */
  public Selection {
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
  }

  /** One message for each selector that means nothing. */
  public List<String> faults(RuleSet rules) {
    List<String> both = new ArrayList<>(select);
    both.addAll(ignore);
    RuleNames names = rules.names();
    return new TreeSet<>(both).stream().map(names::fault).flatMap(Optional::stream).toList();
  }

  /** The rules that may run. */
  public RuleSet of(RuleSet rules) {
    RuleChoice choice = new RuleChoice(select, ignore, Map.of());
    return new RuleSet(
        rules.rules().stream().filter(rule -> choice.runs(rule.about(), true)).toList());
  }

  /** What is configured, but for the choice of rules where the command line makes one. */
  public Config over(Config config) {
    if (select.isEmpty()) {
      return config;
    }
    Map<String, Level> levels = new HashMap<>(config.rules().severity());
    levels.values().removeIf(level -> level == Level.OFF);
    return config.with(new RuleChoice(select, List.of(), levels));
  }
}
