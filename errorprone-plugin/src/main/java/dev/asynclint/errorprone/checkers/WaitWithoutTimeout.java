package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code wait-without-timeout}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:wait-without-timeout",
    summary = "Wait for other work without a bound",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class WaitWithoutTimeout extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public WaitWithoutTimeout() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public WaitWithoutTimeout(ErrorProneFlags flags) {
    super(flags);
  }
}
