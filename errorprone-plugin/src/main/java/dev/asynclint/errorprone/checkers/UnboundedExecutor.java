package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code unbounded-executor}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:unbounded-executor",
    summary = "Executor without a bound, fed as fast as work comes in",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class UnboundedExecutor extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public UnboundedExecutor() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public UnboundedExecutor(ErrorProneFlags flags) {
    super(flags);
  }
}
