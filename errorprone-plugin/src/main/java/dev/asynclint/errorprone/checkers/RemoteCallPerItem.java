package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code remote-call-per-item}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:remote-call-per-item",
    summary = "Remote call once for every item of a collection",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class RemoteCallPerItem extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public RemoteCallPerItem() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public RemoteCallPerItem(ErrorProneFlags flags) {
    super(flags);
  }
}
