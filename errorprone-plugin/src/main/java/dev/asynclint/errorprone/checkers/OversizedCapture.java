package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code oversized-capture}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:oversized-capture",
    summary = "Closure that runs later keeps a large object alive but needs a small part of it",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class OversizedCapture extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public OversizedCapture() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public OversizedCapture(ErrorProneFlags flags) {
    super(flags);
  }
}
