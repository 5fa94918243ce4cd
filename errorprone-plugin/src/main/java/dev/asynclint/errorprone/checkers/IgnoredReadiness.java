package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code ignored-readiness}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:ignored-readiness",
    summary = "Items written in a loop without asking whether the other end keeps up",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class IgnoredReadiness extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public IgnoredReadiness() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public IgnoredReadiness(ErrorProneFlags flags) {
    super(flags);
  }
}
