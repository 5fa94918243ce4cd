package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code throwing-scheduled-task}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:throwing-scheduled-task",
    summary = "Periodic task that the first exception ends for good",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class ThrowingScheduledTask extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public ThrowingScheduledTask() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public ThrowingScheduledTask(ErrorProneFlags flags) {
    super(flags);
  }
}
