package dev.asynclint.core.rule;

/** How bad a finding is, worst first. */
public enum Severity {
  /** Will stall, deadlock or lose work. */
  ERROR,
  /** Very likely does, under load or in one configuration. */
  WARNING,
  /** Worth knowing. */
  INFO;

  /** The stable lower-case name. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
