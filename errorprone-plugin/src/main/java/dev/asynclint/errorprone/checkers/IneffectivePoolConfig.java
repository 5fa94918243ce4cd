package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code ineffective-pool-config}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:ineffective-pool-config",
    summary = "Executor setting without effect",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class IneffectivePoolConfig extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public IneffectivePoolConfig() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public IneffectivePoolConfig(ErrorProneFlags flags) {
    super(flags);
  }
}
