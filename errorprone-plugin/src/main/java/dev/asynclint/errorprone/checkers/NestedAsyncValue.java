package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code nested-async-value}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:nested-async-value",
    summary = "Future or publisher wrapped into another one and lost in it",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class NestedAsyncValue extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public NestedAsyncValue() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public NestedAsyncValue(ErrorProneFlags flags) {
    super(flags);
  }
}
