package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code copy-per-element}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:copy-per-element",
    summary = "The same collection or array copied again for every item",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class CopyPerElement extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public CopyPerElement() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public CopyPerElement(ErrorProneFlags flags) {
    super(flags);
  }
}
