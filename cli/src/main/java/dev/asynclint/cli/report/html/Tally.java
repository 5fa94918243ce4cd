package dev.asynclint.cli.report.html;

import dev.asynclint.core.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings by some property of theirs and by severity. */
final class Tally {
  private final Map<String, int[]> counts = new TreeMap<>();

  /** The findings of one value, by severity. */
  record Row(String value, int[] bySeverity) {
    int all() {
      int all = 0;
      for (int count : bySeverity) {
        all += count;
      }
      return all;
    }

    int of(Severity severity) {
      return bySeverity[severity.ordinal()];
    }

    /** Those of this severity and of worse ones. */
    int upTo(Severity severity) {
      int count = 0;
      for (int i = 0; i <= severity.ordinal(); i++) {
        count += bySeverity[i];
      }
      return count;
    }

    /** Such as "3 errors, 1 warning". */
    String words() {
      List<String> words = new ArrayList<>();
      for (Severity severity : Severity.values()) {
        if (of(severity) > 0) {
          words.add(
              severity == Severity.INFO
                  ? Markup.number(of(severity)) + " info"
                  : Markup.count(of(severity), severity.id()));
        }
      }
      return String.join(", ", words);
    }
  }

  void add(String value, Severity severity) {
    counts.computeIfAbsent(value, v -> new int[Severity.values().length])[severity.ordinal()]++;
  }

  /** The greatest first, equal ones by value. */
  List<Row> rows() {
    return counts.entrySet().stream()
        .map(entry -> new Row(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Row::all).reversed())
        .toList();
  }
}
