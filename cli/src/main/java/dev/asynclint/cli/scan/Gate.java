package dev.asynclint.cli.scan;

import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.rule.Severity;

/**
 * Decides whether a scan passes.
 *
 * @param failOn mildest severity that fails a scan
 * @param tolerated how many findings of that severity or worse are let through, from 0
 * @param open whether findings never fail a scan
 * @param allowParseErrors whether files that cannot be read or parsed do not matter
 */
public record Gate(Severity failOn, int tolerated, boolean open, boolean allowParseErrors) {

  /** What becomes of a scan. */
  public enum Outcome {
    /** Nothing at or above the gate. */
    CLEAN,
    /** More findings at or above the gate than it lets through. */
    FINDINGS,
    /** Something could not be read, parsed or analysed: findings may be missing. */
    INCOMPLETE
  }

  /** What becomes of a scan with this result. */
  public Outcome of(ScanResult result) {
    if (result.problems().stream().anyMatch(this::matters)) {
      return Outcome.INCOMPLETE;
    }
    return failing(result) > tolerated && !open ? Outcome.FINDINGS : Outcome.CLEAN;
  }

  /** How many findings are at or above the gate. */
  public long failing(ScanResult result) {
    return result.findings().stream()
        .filter(one -> one.finding().severity().compareTo(failOn) <= 0)
        .count();
  }

  private boolean matters(Problem problem) {
    return switch (problem.kind()) {
      case SKIPPED -> false;
      case SYNTAX, UNREADABLE -> !allowParseErrors;
      case INTERNAL -> true;
    };
  }
}
