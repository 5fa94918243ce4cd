package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code remote-call-without-timeout}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:remote-call-without-timeout",
    summary = "Remote call or client without a timeout",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class RemoteCallWithoutTimeout extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public RemoteCallWithoutTimeout() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public RemoteCallWithoutTimeout(ErrorProneFlags flags) {
    super(flags);
  }
}
