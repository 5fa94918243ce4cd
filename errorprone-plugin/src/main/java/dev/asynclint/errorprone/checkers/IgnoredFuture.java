package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code ignored-future}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:ignored-future",
    summary = "Future dropped, so nobody learns that its work failed",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class IgnoredFuture extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public IgnoredFuture() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public IgnoredFuture(ErrorProneFlags flags) {
    super(flags);
  }
}
