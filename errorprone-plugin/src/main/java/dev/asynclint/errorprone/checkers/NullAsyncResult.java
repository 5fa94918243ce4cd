package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code null-async-result}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:null-async-result",
    summary = "null returned where a future or publisher is promised",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.NONE)
public final class NullAsyncResult extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public NullAsyncResult() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public NullAsyncResult(ErrorProneFlags flags) {
    super(flags);
  }
}
