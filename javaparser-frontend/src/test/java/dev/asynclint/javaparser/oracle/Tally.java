package dev.asynclint.javaparser.oracle;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many calls of a kind were judged how. */
final class Tally {
  /** What the columns of {@link #line} are, in percent. */
  static final String HEAD =
      "                calls   receiver: right, wrong, unknown; target: right, wrong, unknown";

  private final Map<Score, Integer> receivers = new EnumMap<>(Score.class);
  private final Map<Score, Integer> targets = new EnumMap<>(Score.class);
  private int calls;

  void add(Score receiver, Score target) {
    calls++;
    receivers.merge(receiver, 1, Integer::sum);
    targets.merge(target, 1, Integer::sum);
  }

  int calls() {
    return calls;
  }

  /** Share of all calls, from 0 to 1; 0 when there are none. */
  double receivers(Score score) {
    return share(receivers, score);
  }

  /** Share of all calls, from 0 to 1; 0 when there are none. */
  double targets(Score score) {
    return share(targets, score);
  }

  private double share(Map<Score, Integer> counts, Score score) {
    return calls == 0 ? 0 : counts.getOrDefault(score, 0) / (double) calls;
  }

  /** One line of the report. */
  String line(String label) {
    return String.format(
        Locale.ROOT,
        "%-12s %8d   %6.2f %6.2f %6.2f   %6.2f %6.2f %6.2f",
        label,
        calls,
        100 * receivers(Score.RIGHT),
        100 * receivers(Score.WRONG),
        100 * receivers(Score.UNKNOWN),
        100 * targets(Score.RIGHT),
        100 * targets(Score.WRONG),
        100 * targets(Score.UNKNOWN));
  }
}
