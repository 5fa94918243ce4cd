package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code promise-not-completed}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:promise-not-completed",
    summary = "Promise that is given out and never completed on some way",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class PromiseNotCompleted extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public PromiseNotCompleted() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public PromiseNotCompleted(ErrorProneFlags flags) {
    super(flags);
  }
}
