package dev.asynclint.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.bugpatterns.BugChecker;

/**
 * Speaks for a check about a finding that is less severe than the check. Error Prone gives every
 * description the severity of the check it is named after, so this one has another name, which
 * {@code @SuppressWarnings} knows as well.
 */
@BugPattern(
    summary = "Finding that is less severe than its check",
    severity = SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
final class MilderCheck extends BugChecker {
  private static final long serialVersionUID = 1L;

  private final RuleChecker check;
  private final SeverityLevel severity;

  MilderCheck(RuleChecker check, SeverityLevel severity) {
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
