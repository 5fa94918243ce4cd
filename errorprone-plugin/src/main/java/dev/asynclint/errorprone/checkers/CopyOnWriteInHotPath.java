package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code copy-on-write-in-hot-path}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:copy-on-write-in-hot-path",
    summary = "Collection that is copied at each change, changed for every item",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class CopyOnWriteInHotPath extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public CopyOnWriteInHotPath() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public CopyOnWriteInHotPath(ErrorProneFlags flags) {
    super(flags);
  }
}
