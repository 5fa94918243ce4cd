package dev.asynclint.core.suppress;

import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/**
 * What people read about findings on statements that ignore nothing. They are found by {@link
 * Suppressor}, once all other rules have reported, so there is nothing for a program to be asked.
 */
@AsyncRule(
    id = UnusedSuppression.ID,
    family = Family.RUNTIME,
    severity = Severity.WARNING,
    summary = "Comment or annotation that tells asynclint to ignore what is not there",
    why =
        """
        A statement that ignores nothing hides the next fault that comes to stand there, and tells
        readers of a fault that is none. One that names no rule, an unknown one, or gives no reason
        hides nothing although its author thinks so.
        """,
    bad =
        """
        // asynclint: ignore blocking-wait-in-async -- it is complete // expect: unused-suppression
        int total(List<Integer> prices) {
          return prices.size();
        }
        """,
    good =
        """
        int total(List<Integer> prices) {
          return prices.size();
        }
        """,
    whenNot = "The rule it names depends on a class path or release that this scan has not.",
    limits =
        """
        Rules that did not run leave their statements alone, and so does a file that could not be
        parsed in full. The compiler's check sees unused ones only where all files of a compilation
        are looked at together, and takes no other module into account.
        """,
    inTests = true,
    needsTypes = false,
    fix = FixSafety.SAFE)
public final class UnusedSuppression implements Rule {
  /** The id of the findings. */
  public static final String ID = "unused-suppression";

  @Override
  public Stream<Finding> check(Program program) {
    return Stream.empty();
  }
}
