package dev.asynclint.runtime.meter;

import java.util.Arrays;

/**
 * How values are distributed: each is known to within a sixteenth of itself, count, total and
 * maximum exactly. Immutable.
 */
public final class Distribution {
  /** Nothing was measured. */
  public static final Distribution EMPTY = new Distribution(new long[0], 0, 0);

  private final long[] buckets;
  private final long count;
  private final long total;
  private final long max;

  Distribution(long[] buckets, long total, long max) {
    this.buckets = buckets;
    this.count = Arrays.stream(buckets).sum();
    this.total = total;
    this.max = max;
  }

  /** How many values there are. */
  public long count() {
    return count;
  }

  /** Their sum. */
  public long total() {
    return total;
  }

  /** The greatest; 0 when there are none. */
  public long max() {
    return max;
  }

  /** Their mean; 0 when there are none. */
  public double mean() {
    return count == 0 ? 0 : (double) total / count;
  }

  /**
   * A value that so much of all are at or below: at least as great as the true one, and at most a
   * sixteenth greater.
   *
   * @param percent from 0 to 100
   * @return 0 when there are no values
   */
  public long percentile(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("a percentile is from 0 to 100, not " + percent);
    }
    long rank = Math.max(1, (long) Math.ceil(percent / 100 * count));
    long seen = 0;
    for (int i = 0; i < buckets.length; i++) {
      seen += buckets[i];
      if (seen >= rank) {
        return Math.min(max, Histogram.greatestOf(i));
      }
    }
    return max;
  }

  /** Values greater than a limit, to within the precision of the limit. */
  public long above(long limit) {
    long all = 0;
    for (int i = limit < 0 ? 0 : Histogram.bucketOf(limit) + 1; i < buckets.length; i++) {
      all += buckets[i];
    }
    return all;
  }

  @Override
  public String toString() {
    return count == 0
        ? "nothing"
        : count + " values, p50 " + percentile(50) + ", p99 " + percentile(99) + ", max " + max;
  }
}
