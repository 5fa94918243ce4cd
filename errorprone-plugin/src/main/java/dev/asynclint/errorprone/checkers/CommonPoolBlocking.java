package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code common-pool-blocking}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:common-pool-blocking",
    summary = "Blocking call or wait on the common pool or another pool made for computing",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class CommonPoolBlocking extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public CommonPoolBlocking() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public CommonPoolBlocking(ErrorProneFlags flags) {
    super(flags);
  }
}
