package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code blocking-io-in-event-loop}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:blocking-io-in-event-loop",
    summary = "File, socket, name look-up or process on a thread that must not block",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class BlockingIoInEventLoop extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public BlockingIoInEventLoop() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public BlockingIoInEventLoop(ErrorProneFlags flags) {
    super(flags);
  }
}
