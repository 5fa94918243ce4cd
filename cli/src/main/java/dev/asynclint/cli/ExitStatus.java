package dev.asynclint.cli;

import dev.asynclint.cli.scan.Gate;

/** What the process ends with. */
public final class ExitStatus {
  /** Nothing at or above the gate. */
  public static final int CLEAN = 0;

  /** Findings at or above the gate. */
  public static final int FINDINGS = 1;

  /** The command line or the configuration is wrong. */
  public static final int USAGE = 2;

  /** A fault of ours, or a file that could not be read or parsed: findings may be missing. */
  public static final int INCOMPLETE = 3;

  private ExitStatus() {}

  /** What a scan ends with. */
  public static int of(Gate.Outcome outcome) {
    return switch (outcome) {
      case CLEAN -> CLEAN;
      case FINDINGS -> FINDINGS;
      case INCOMPLETE -> INCOMPLETE;
    };
  }
}
