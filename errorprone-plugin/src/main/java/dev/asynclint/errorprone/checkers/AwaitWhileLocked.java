package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code await-while-locked}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:await-while-locked",
    summary = "Wait for other work of the program while a lock is held",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.NONE)
public final class AwaitWhileLocked extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public AwaitWhileLocked() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public AwaitWhileLocked(ErrorProneFlags flags) {
    super(flags);
  }
}
