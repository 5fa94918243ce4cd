package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code complete-under-lock}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:complete-under-lock",
    summary = "Promise completed while a lock is held, so that its callbacks run under the lock",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class CompleteUnderLock extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public CompleteUnderLock() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public CompleteUnderLock(ErrorProneFlags flags) {
    super(flags);
  }
}
