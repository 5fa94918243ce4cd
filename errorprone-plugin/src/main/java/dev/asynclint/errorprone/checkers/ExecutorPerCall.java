package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code executor-per-call}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:executor-per-call",
    summary = "Executor or client made for each call",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class ExecutorPerCall extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public ExecutorPerCall() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public ExecutorPerCall(ErrorProneFlags flags) {
    super(flags);
  }
}
