package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code fork-join-serialised}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:fork-join-serialised",
    summary = "Forked task is waited for before the other half starts",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class ForkJoinSerialised extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public ForkJoinSerialised() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public ForkJoinSerialised(ErrorProneFlags flags) {
    super(flags);
  }
}
