package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code blocking-wait-in-async}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:blocking-wait-in-async",
    summary = "Wait for a future, publisher, latch or queue on a thread that must not block",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.NONE)
public final class BlockingWaitInAsync extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public BlockingWaitInAsync() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public BlockingWaitInAsync(ErrorProneFlags flags) {
    super(flags);
  }
}
