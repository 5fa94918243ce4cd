package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code contended-lock-on-event-loop}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:contended-lock-on-event-loop",
    summary = "Event loop takes a lock that another thread holds while it waits",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class ContendedLockOnEventLoop extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public ContendedLockOnEventLoop() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public ContendedLockOnEventLoop(ErrorProneFlags flags) {
    super(flags);
  }
}
