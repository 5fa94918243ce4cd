package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code async-self-invocation}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:async-self-invocation",
    summary = "Annotation without effect, since the object calls itself",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class AsyncSelfInvocation extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public AsyncSelfInvocation() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public AsyncSelfInvocation(ErrorProneFlags flags) {
    super(flags);
  }
}
