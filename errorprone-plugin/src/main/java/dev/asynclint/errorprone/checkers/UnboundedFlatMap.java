package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code unbounded-flat-map}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:unbounded-flat-map",
    summary = "Remote calls in flatMap without a concurrency of their own",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class UnboundedFlatMap extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public UnboundedFlatMap() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public UnboundedFlatMap(ErrorProneFlags flags) {
    super(flags);
  }
}
