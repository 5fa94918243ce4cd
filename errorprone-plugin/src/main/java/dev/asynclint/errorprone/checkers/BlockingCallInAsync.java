package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code blocking-call-in-async}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:blocking-call-in-async",
    summary = "Sleep or another pause on a thread that must not block",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.NONE)
public final class BlockingCallInAsync extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public BlockingCallInAsync() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public BlockingCallInAsync(ErrorProneFlags flags) {
    super(flags);
  }
}
