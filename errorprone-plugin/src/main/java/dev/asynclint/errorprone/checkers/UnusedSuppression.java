package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code unused-suppression}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:unused-suppression",
    summary = "Comment or annotation that tells asynclint to ignore what is not there",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class UnusedSuppression extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public UnusedSuppression() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public UnusedSuppression(ErrorProneFlags flags) {
    super(flags);
  }
}
