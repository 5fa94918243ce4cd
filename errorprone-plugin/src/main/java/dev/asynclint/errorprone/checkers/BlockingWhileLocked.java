package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code blocking-while-locked}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:blocking-while-locked",
    summary = "Sleep, remote call or query while a lock is held",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class BlockingWhileLocked extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public BlockingWhileLocked() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public BlockingWhileLocked(ErrorProneFlags flags) {
    super(flags);
  }
}
