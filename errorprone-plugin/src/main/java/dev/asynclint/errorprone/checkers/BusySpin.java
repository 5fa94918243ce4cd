package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code busy-spin}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:busy-spin",
    summary = "Loop that looks at a flag, queue or future over and over without a pause",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class BusySpin extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public BusySpin() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public BusySpin(ErrorProneFlags flags) {
    super(flags);
  }
}
