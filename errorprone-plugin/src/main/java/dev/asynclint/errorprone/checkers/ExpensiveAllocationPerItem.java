package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code expensive-allocation-per-item}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:expensive-allocation-per-item",
    summary = "Expensive object made again for every item",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class ExpensiveAllocationPerItem extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public ExpensiveAllocationPerItem() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public ExpensiveAllocationPerItem(ErrorProneFlags flags) {
    super(flags);
  }
}
