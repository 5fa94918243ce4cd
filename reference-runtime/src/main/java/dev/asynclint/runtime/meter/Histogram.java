package dev.asynclint.runtime.meter;

/**
 * Counts values by their size: sixteen buckets for every power of two. Written by one thread; what
 * another reads meanwhile may miss the last ones.
 */
final class Histogram {
  private static final int BITS = 4;
  private static final int EACH = 1 << BITS;
  private static final int BUCKETS = (64 - BITS) * EACH;

  private final long[] buckets = new long[BUCKETS];
  private long total;
  private long max;

  /** Counts a value; a negative one, of a clock that went back, is 0. */
  void add(long value) {
    long counted = Math.max(0, value);
    buckets[bucketOf(counted)]++;
    total += counted;
    max = Math.max(max, counted);
  }

  static int bucketOf(long value) {
    if (value < EACH) {
      return (int) value;
    }
    int power = 63 - Long.numberOfLeadingZeros(value);
    int shift = power - BITS;
    return (shift + 1) * EACH + (int) (value >>> shift) - EACH;
  }

  static long greatestOf(int bucket) {
    if (bucket < EACH) {
      return bucket;
    }
    int shift = bucket / EACH - 1;
    return (((long) (bucket % EACH) + EACH + 1) << shift) - 1;
  }

  /** All of several. */
  static Distribution merged(Iterable<Histogram> histograms) {
    long[] all = new long[BUCKETS];
    long total = 0;
    long max = 0;
    for (Histogram each : histograms) {
      for (int i = 0; i < BUCKETS; i++) {
        all[i] += each.buckets[i];
      }
      total += each.total;
      max = Math.max(max, each.max);
    }
    return new Distribution(all, total, max);
  }
}
