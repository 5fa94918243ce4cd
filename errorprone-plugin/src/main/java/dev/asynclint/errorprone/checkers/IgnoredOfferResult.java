package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code ignored-offer-result}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:ignored-offer-result",
    summary = "Result of an attempt that may fail is dropped",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class IgnoredOfferResult extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public IgnoredOfferResult() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public IgnoredOfferResult(ErrorProneFlags flags) {
    super(flags);
  }
}
