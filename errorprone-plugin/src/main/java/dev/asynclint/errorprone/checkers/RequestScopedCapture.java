package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code request-scoped-capture}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:request-scoped-capture",
    summary = "Request, session or lent buffer used by a task that outlives it",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class RequestScopedCapture extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public RequestScopedCapture() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public RequestScopedCapture(ErrorProneFlags flags) {
    super(flags);
  }
}
