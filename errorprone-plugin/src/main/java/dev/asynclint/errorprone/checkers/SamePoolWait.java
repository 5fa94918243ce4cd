package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code same-pool-wait}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:same-pool-wait",
    summary = "Task that waits for another task of its own bounded pool",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class SamePoolWait extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public SamePoolWait() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public SamePoolWait(ErrorProneFlags flags) {
    super(flags);
  }
}
