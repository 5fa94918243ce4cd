package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code sync-call-in-async-callback-of-client}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:sync-call-in-async-callback-of-client",
    summary = "Wait for a client inside a callback of the same client",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class SyncCallInAsyncCallbackOfClient extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public SyncCallInAsyncCallbackOfClient() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public SyncCallInAsyncCallbackOfClient(ErrorProneFlags flags) {
    super(flags);
  }
}
