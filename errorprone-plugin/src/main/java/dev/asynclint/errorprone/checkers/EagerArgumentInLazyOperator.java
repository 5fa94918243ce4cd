package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code eager-argument-in-lazy-operator}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:eager-argument-in-lazy-operator",
    summary =
        "Slow call in an argument that is evaluated when the chain is built, not when it is needed",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class EagerArgumentInLazyOperator extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public EagerArgumentInLazyOperator() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public EagerArgumentInLazyOperator(ErrorProneFlags flags) {
    super(flags);
  }
}
