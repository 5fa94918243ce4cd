package dev.asynclint.errorprone.checkers;

import com.google.auto.service.AutoService;
import com.google.errorprone.BugPattern;
import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.asynclint.errorprone.RuleChecker;
import javax.inject.Inject;

/** The check of the rule {@code dropped-cold-publisher}. */
@AutoService(BugChecker.class)
@BugPattern(
    altNames = "asynclint:dropped-cold-publisher",
    summary = "Cold publisher dropped, so what it describes never happens",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.NONE)
public final class DroppedColdPublisher extends RuleChecker {
  private static final long serialVersionUID = 1L;

  /** A check with its default options. */
  public DroppedColdPublisher() {
    this(ErrorProneFlags.empty());
  }

  /** A check with the options of a compilation. */
  @Inject
  public DroppedColdPublisher(ErrorProneFlags flags) {
    super(flags);
  }
}
