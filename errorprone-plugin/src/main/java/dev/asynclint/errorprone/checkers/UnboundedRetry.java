package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code unbounded-retry}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:unbounded-retry",
    summary = "Retry without a bound and without a pause",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class UnboundedRetry extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public UnboundedRetry() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public UnboundedRetry(ErrorProneFlags flags) {
    super(flags);
  }
}
