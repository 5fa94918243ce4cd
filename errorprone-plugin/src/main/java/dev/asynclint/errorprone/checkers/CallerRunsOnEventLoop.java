package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code caller-runs-on-event-loop}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:caller-runs-on-event-loop",
    summary = "Full executor has the event loop run its tasks",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class CallerRunsOnEventLoop extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public CallerRunsOnEventLoop() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public CallerRunsOnEventLoop(ErrorProneFlags flags) {
    super(flags);
  }
}
