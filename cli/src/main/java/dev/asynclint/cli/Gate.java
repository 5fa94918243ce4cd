package dev.asynclint.cli;

import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.rule.Severity;

/**
 * Decides the exit status of a scan.
 *
 * @param failOn mildest severity that fails a scan
 * @param tolerated how many findings of that severity or worse are let through, from 0
 * @param exitZero whether findings never fail a scan
 * @param allowParseErrors whether files that cannot be read or parsed do not matter
 */
record Gate(Severity failOn, int tolerated, boolean exitZero, boolean allowParseErrors) {

  int status(ScanResult result) {
    if (result.problems().stream().anyMatch(this::matters)) {
      return ExitStatus.INCOMPLETE;
    }
    long failing =
        result.findings().stream()
            .filter(one -> one.finding().severity().compareTo(failOn) <= 0)
            .count();
    return failing > tolerated && !exitZero ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
  }

  private boolean matters(Problem problem) {
    return switch (problem.kind()) {
      case SKIPPED -> false;
      case SYNTAX, UNREADABLE -> !allowParseErrors;
      case INTERNAL -> true;
    };
  }
}
