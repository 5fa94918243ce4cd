package dev.asynclint.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;

/**
 * Speaks for a check about a finding of another severity than the check's. Error Prone gives every
 * description the severity of the check it is named after, so this one has another name, which
 * {@code @SuppressWarnings} knows as well.
 */
@BugPattern(
    summary = "Finding of another severity than its check",
    severity = SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
final class OtherLevelCheck extends BugChecker {
  private static final long serialVersionUID = 1L;

  private final RuleChecker check;
  private final SeverityLevel severity;

  OtherLevelCheck(RuleChecker check, SeverityLevel severity) {
    this.check = check;
    this.severity = severity;
  }

  @Override
  public String canonicalName() {
    return RuleChecker.PREFIX + check.rule();
  }

  @Override
  public String linkUrl() {
    return check.linkUrl();
  }

  @Override
  public SeverityLevel defaultSeverity() {
    return severity;
  }
}
