package dev.asynclint.cli;

/** What the process ends with. */
final class ExitStatus {
  /** Nothing at or above the gate. */
  static final int CLEAN = 0;

  /** Findings at or above the gate. */
  static final int FINDINGS = 1;

  /** The command line or the configuration is wrong. */
  static final int USAGE = 2;

  /** A fault of ours, or a file that could not be read or parsed: findings may be missing. */
  static final int INCOMPLETE = 3;

  private ExitStatus() {}
}
