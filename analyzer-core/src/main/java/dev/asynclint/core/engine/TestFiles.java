package dev.asynclint.core.engine;

import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Rule;
import java.util.Set;

/**
 * The files of a program that are tests, which may block and need no bounds: of what is found there
 * stays what rules for tests find. A setting.
 *
 * @param names as units report them
 */
public record TestFiles(Set<String> names) {
  /** Every file is production code. */
  public static final TestFiles NONE = new TestFiles(Set.of());

  /** Copies the names. */
  public TestFiles {
    names = Set.copyOf(names);
  }

  /** Whether a finding of a rule counts where it stands. */
  boolean admit(Rule rule, Finding finding) {
    AsyncRule about = rule.getClass().getAnnotation(AsyncRule.class);
    return about == null || about.inTests() || !names.contains(finding.location().file());
  }
}
