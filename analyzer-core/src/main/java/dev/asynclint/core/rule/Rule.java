package dev.asynclint.core.rule;

import dev.asynclint.core.facts.Program;
import java.util.stream.Stream;

/**
 * Finds one kind of fault. Stateless; a public no-argument constructor; annotated with {@link
 * AsyncRule}; listed by {@link java.util.ServiceLoader}.
 */
public interface Rule {
  /**
   * Every fault of this kind in the program, in any order. Reports on certain answers alone.
   *
   * @param program what is known; the same instance for all rules
   */
  Stream<Finding> check(Program program);
}
