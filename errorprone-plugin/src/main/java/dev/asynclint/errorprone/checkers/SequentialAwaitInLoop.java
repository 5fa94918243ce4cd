package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code sequential-await-in-loop}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:sequential-await-in-loop",
    summary = "Work of each round waited for before the next round starts",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class SequentialAwaitInLoop extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public SequentialAwaitInLoop() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public SequentialAwaitInLoop(ErrorProneFlags flags) {
    super(flags);
  }
}
