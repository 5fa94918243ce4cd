package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code buffer-round-trip-copy}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:buffer-round-trip-copy",
    summary = "Buffer copied into an array that is wrapped or read again at once",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class BufferRoundTripCopy extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public BufferRoundTripCopy() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public BufferRoundTripCopy(ErrorProneFlags flags) {
    super(flags);
  }
}
