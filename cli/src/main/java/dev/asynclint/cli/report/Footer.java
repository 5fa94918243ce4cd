package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Summary;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The summary at the end of a scan for people. */
final class Footer {
  private Footer() {}

  /** Lines with their ends. */
  static String of(ScanResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(findings(result));
    long fixable = fixable(result);
    if (fixable > 0) {
      lines.add(Counted.of(fixable, "finding") + " with a suggested edit");
    }
    hidden(result, Hidden.Because.SOURCE, "ignored in the source", lines);
    hidden(result, Hidden.Because.BASELINE, "known to the baseline", lines);
    hidden(result, Hidden.Because.UNCHANGED, "that no changed line takes part in", lines);
    Summary summary = result.summary();
    if (!summary.dialects().isEmpty()) {
      lines.add("dialects: " + String.join(", ", summary.dialects()));
    }
    lines.add(read(summary));
    if (summary.testsSkipped() > 0) {
      lines.add(
          Counted.of(summary.testsSkipped(), "test file") + " passed over (--tests reads them)");
    }
    if (summary.unparsable() > 0) {
      lines.add(
          Counted.of(summary.unparsable(), "file") + " could not be read or parsed completely");
    }
    return String.join("\n", lines) + "\n";
  }

  private static void hidden(
      ScanResult result, Hidden.Because because, String words, List<String> lines) {
    long count = result.hidden().stream().filter(one -> one.because() == because).count();
    if (count > 0) {
      lines.add(Counted.of(count, "finding") + " " + words);
    }
  }

  private static String findings(ScanResult result) {
    int all = result.findings().size();
    if (all == 0) {
      return "no findings";
    }
    List<String> severities = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = result.count(severity);
      if (count > 0) {
        severities.add(
            severity == Severity.INFO ? count + " info" : Counted.of(count, severity.id()));
      }
    }
    List<String> families = new ArrayList<>();
    for (Family family : Family.values()) {
      long count = result.count(family);
      if (count > 0) {
        families.add(family.id() + " " + count);
      }
    }
    return Counted.of(all, "finding")
        + ": "
        + String.join(", ", severities)
        + (families.isEmpty() ? "" : " (" + String.join(", ", families) + ")");
  }

  private static long fixable(ScanResult result) {
    return result.findings().stream()
        .filter(
            one -> one.finding().fixes().stream().anyMatch(fix -> fix.safety() != FixSafety.NONE))
        .count();
  }

  private static String read(Summary summary) {
    String read =
        "read " + Counted.of(summary.files(), "file") + ", " + Counted.of(summary.lines(), "line");
    if (summary.release() > 0) {
      read += ", for Java " + summary.release();
    }
    return summary.callsResolved().isEmpty()
        ? read
        : read
            + String.format(
                Locale.ROOT, "; %.1f %% of calls resolved", summary.callsResolved().getAsDouble());
  }
}
