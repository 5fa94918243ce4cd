package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a scan that one log holds. Services refuse what is over their limits, so of too many
 * findings the worst are kept, and they come first; the surest of equal ones.
 *
 * @param hidden findings that do not count
 * @param left how many findings are not in the log, those that do not count among them
 */
record SarifCut(List<Reported> findings, List<Hidden> hidden, int left) {
  /** Results a code-scanning service takes in one run. */
  static final int RESULTS = 25_000;

  /** Bytes such a service takes in one file, packed. */
  static final long PACKED_BYTES = 10_000_000;

  /** Steps such a service shows of one flow. */
  static final int STEPS = 1_000;

  private static final Comparator<Reported> WORST_FIRST =
      Comparator.comparing(Reported::finding, Comparator.comparing(Finding::severity))
          .thenComparing(Reported::finding, Comparator.comparing(Finding::confidence));

  /** At most that many results; all of them in their own order when there are no more. */
  static SarifCut of(ScanResult result, int most) {
    List<Hidden> hidden =
        result.hidden().stream().filter(one -> one.because() != Hidden.Because.UNCHANGED).toList();
    int all = result.findings().size() + hidden.size();
    if (all <= most) {
      return new SarifCut(result.findings(), hidden, 0);
    }
    List<Reported> worst = result.findings().stream().sorted(WORST_FIRST).limit(most).toList();
    return new SarifCut(worst, hidden.stream().limit(most - worst.size()).toList(), all - most);
  }

  /** Results in the log. */
  int size() {
    return findings.size() + hidden.size();
  }

  /** What a person should know of the cut. */
  Optional<String> notice() {
    return left == 0
        ? Optional.empty()
        : Optional.of(
            "the SARIF report holds the worst %d of %d findings: code-scanning services take no more"
                .formatted(size(), size() + left));
  }

  /** The way in and the way to the fault, without the middle of a path that is too long. */
  static List<Finding.Step> steps(List<Finding.Step> path) {
    return path.size() <= STEPS
        ? path
        : Stream.concat(
                path.subList(0, STEPS / 2).stream(),
                path.subList(path.size() - STEPS / 2, path.size()).stream())
            .toList();
  }
}
