package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code sleep-poll-loop}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:sleep-poll-loop",
    summary = "Loop that sleeps until a future, flag or counter of the program has changed",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class SleepPollLoop extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public SleepPollLoop() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public SleepPollLoop(ErrorProneFlags flags) {
    super(flags);
  }
}
