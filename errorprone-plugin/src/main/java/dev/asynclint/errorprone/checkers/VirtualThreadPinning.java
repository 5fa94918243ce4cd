package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code virtual-thread-pinning}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:virtual-thread-pinning",
    summary = "Monitor held over a wait on a virtual thread, which keeps its carrier",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class VirtualThreadPinning extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public VirtualThreadPinning() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public VirtualThreadPinning(ErrorProneFlags flags) {
    super(flags);
  }
}
