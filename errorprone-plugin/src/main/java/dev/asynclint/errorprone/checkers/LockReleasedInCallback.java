package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code lock-released-in-callback}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:lock-released-in-callback",
    summary = "Lock taken on one thread and given back by a callback on another",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class LockReleasedInCallback extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public LockReleasedInCallback() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public LockReleasedInCallback(ErrorProneFlags flags) {
    super(flags);
  }
}
