package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code subscribe-in-operator}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:subscribe-in-operator",
    summary = "Chain subscribed inside an operator of another chain",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class SubscribeInOperator extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public SubscribeInOperator() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public SubscribeInOperator(ErrorProneFlags flags) {
    super(flags);
  }
}
