package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code unhandled-overflow}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:unhandled-overflow",
    summary = "Source that emits in a loop, into a buffer without a limit",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class UnhandledOverflow extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public UnhandledOverflow() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public UnhandledOverflow(ErrorProneFlags flags) {
    super(flags);
  }
}
