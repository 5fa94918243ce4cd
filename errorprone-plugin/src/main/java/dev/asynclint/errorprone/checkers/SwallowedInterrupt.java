package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code swallowed-interrupt}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:swallowed-interrupt",
    summary = "Interrupt caught and neither passed on nor restored",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class SwallowedInterrupt extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public SwallowedInterrupt() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public SwallowedInterrupt(ErrorProneFlags flags) {
    super(flags);
  }
}
