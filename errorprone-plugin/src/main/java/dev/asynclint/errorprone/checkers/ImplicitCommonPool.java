package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code implicit-common-pool}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:implicit-common-pool",
    summary = "Asynchronous stage without an executor",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class ImplicitCommonPool extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public ImplicitCommonPool() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public ImplicitCommonPool(ErrorProneFlags flags) {
    super(flags);
  }
}
