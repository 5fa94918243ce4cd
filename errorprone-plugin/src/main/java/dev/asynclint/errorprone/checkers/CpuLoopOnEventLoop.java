package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code cpu-loop-on-event-loop}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:cpu-loop-on-event-loop",
    summary = "Computation that takes long on an event loop",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class CpuLoopOnEventLoop extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public CpuLoopOnEventLoop() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public CpuLoopOnEventLoop(ErrorProneFlags flags) {
    super(flags);
  }
}
