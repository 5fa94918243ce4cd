package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code collect-then-expand}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:collect-then-expand",
    summary = "All items collected into a list that is taken apart at once",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class CollectThenExpand extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public CollectThenExpand() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public CollectThenExpand(ErrorProneFlags flags) {
    super(flags);
  }
}
