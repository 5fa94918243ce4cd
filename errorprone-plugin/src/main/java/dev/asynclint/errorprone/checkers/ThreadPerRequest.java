package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code thread-per-request}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:thread-per-request",
    summary = "A platform thread started for every request or item",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class ThreadPerRequest extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public ThreadPerRequest() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public ThreadPerRequest(ErrorProneFlags flags) {
    super(flags);
  }
}
