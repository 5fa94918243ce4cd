package dev.asynclint.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * What ours took as a multiple of what theirs took, in several rounds.
 *
 * @param median of the rounds
 * @param least of the rounds
 * @param greatest of the rounds
 */
record Ratios(double median, double least, double greatest) {

  /** Ratios of measures of as many rounds, of which there is one at least. */
  static Ratios of(double[] ours, double[] theirs) {
    double[] ratios = new double[ours.length];
    Arrays.setAll(ratios, round -> ours[round] / theirs[round]);
    Arrays.sort(ratios);
    return new Ratios(median(ratios), ratios[0], ratios[ratios.length - 1]);
  }

  /** The middle one, or the mean of the two in the middle. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /**
   * The last columns of a table: median, range, goal, and whether it was met.
   *
   * @param most that the median may be; 0 when nothing was set
   */
  String cells(double most) {
    return String.format(
        Locale.ROOT,
        "%.2f | %.2f to %.2f | %s | %s |",
        median,
        least,
        greatest,
        most == 0 ? "" : Double.toString(most),
        most == 0 ? "" : median <= most ? "met" : "**missed**");
  }
}
