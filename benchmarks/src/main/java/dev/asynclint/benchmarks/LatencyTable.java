package dev.asynclint.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long messages take that come at a fixed pace. */
final class LatencyTable {
  /** What ours may take at the last quantile, as a multiple of theirs. */
  private static final double MOST = 1.43;

  /** Counters of the benchmarks; the last is the one that is compared. */
  private static final List<String> QUANTILES = List.of("p50", "p99", "p999");

  /**
   * One comparison.
   *
   * @param connections that the messages are spread over
   * @param ours name of the benchmark of the runtime
   * @param theirs name of the benchmark of Netty
   */
  record Line(int connections, String ours, String theirs) {}

  /** All of them. */
  static final List<Line> LINES =
      List.of(
          new Line(1, "latencyOneOurs", "latencyOneNetty"),
          new Line(EchoBenchmark.FEW, "latencyFewOurs", "latencyFewNetty"),
          new Line(EchoBenchmark.MANY, "latencyManyOurs", "latencyManyNetty"));

  private final int rounds;

  /** Nanoseconds of every round, by benchmark and quantile. */
  private final Map<String, double[]> measured = new HashMap<>();

  LatencyTable(int rounds) {
    this.rounds = rounds;
  }

  /** Measures everything once. */
  void measure(int round) throws RunnerException {
    for (Line line : LINES) {
      measure(line.ours(), round);
      measure(line.theirs(), round);
    }
  }

  private void measure(String name, int round) throws RunnerException {
    // One call takes seconds, however short the time of an iteration is.
    RunResult result = Table.run(name, 1, TimeValue.milliseconds(1));
    for (String quantile : QUANTILES) {
      record(name, quantile, round, result.getSecondaryResults().get(quantile).getScore());
    }
    System.err.printf(
        Locale.ROOT, "round %d: %s %s us%n", round + 1, name, micros(name, n -> n[round]));
  }

  /** Puts down what was measured. */
  void record(String name, String quantile, int round, double nanos) {
    of(name, quantile)[round] = nanos;
  }

  private double[] of(String name, String quantile) {
    return measured.computeIfAbsent(name + " " + quantile, key -> new double[rounds]);
  }

  private interface Choice {
    double of(double[] rounds);
  }

  private String micros(String name, Choice choice) {
    return QUANTILES.stream()
        .map(quantile -> String.format(Locale.ROOT, "%.0f", choice.of(of(name, quantile)) / 1e3))
        .collect(Collectors.joining(" / "));
  }

  /** The table, once all rounds have been measured. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "TCP echo, %,d messages a second: microseconds from when one was due to when it was"
                + " back, half of them / 99 %% / 99.9 %%.",
            EchoBenchmark.PACE));
    lines.add("");
    lines.add(
        "| connections | runtime | Netty NIO | 99.9 %, ours / theirs | of rounds | at most |  |");
    lines.add("|---|---|---|---|---|---|---|");
    for (Line line : LINES) {
      String last = QUANTILES.get(QUANTILES.size() - 1);
      Ratios ratios = Ratios.of(of(line.ours(), last), of(line.theirs(), last));
      lines.add(
          String.format(
              Locale.ROOT,
              "| %,d | %s | %s | %s",
              line.connections(),
              micros(line.ours(), Ratios::median),
              micros(line.theirs(), Ratios::median),
              ratios.cells(MOST)));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
