package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code group-by-concurrency-hang}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:group-by-concurrency-hang",
    summary = "Groups subscribed to a few at a time, while the rest blocks the source",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class GroupByConcurrencyHang extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public GroupByConcurrencyHang() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public GroupByConcurrencyHang(ErrorProneFlags flags) {
    super(flags);
  }
}
