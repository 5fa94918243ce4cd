package dev.asynclint.cli.scan;

import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import java.util.Optional;

/**
 * A finding as reports show it.
 *
 * @param rule the rule that made it; empty for a finding of the engine itself
 * @param callable id of the callable it stands in; empty outside of any
 * @param fingerprint the same as long as the rule, the callable and the text of the line are
 */
public record Reported(
    Finding finding, Optional<RuleInfo> rule, String callable, String fingerprint) {
  /** The family of its rule. */
  public Optional<Family> family() {
    return rule.map(RuleInfo::family);
  }
}
