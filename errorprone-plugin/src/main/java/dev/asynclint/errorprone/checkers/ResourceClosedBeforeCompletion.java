package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code resource-closed-before-completion}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:resource-closed-before-completion",
    summary = "Resource closed by a try statement while asynchronous work still uses it",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class ResourceClosedBeforeCompletion extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public ResourceClosedBeforeCompletion() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public ResourceClosedBeforeCompletion(ErrorProneFlags flags) {
    super(flags);
  }
}
