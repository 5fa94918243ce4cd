package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code subscribe-without-error-handler}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:subscribe-without-error-handler",
    summary = "Subscription without anyone to tell of failures",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class SubscribeWithoutErrorHandler extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public SubscribeWithoutErrorHandler() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public SubscribeWithoutErrorHandler(ErrorProneFlags flags) {
    super(flags);
  }
}
