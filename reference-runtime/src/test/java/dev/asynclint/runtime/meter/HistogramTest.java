package dev.asynclint.runtime.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void everyValueIsInABucketWithinASixteenth() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      long value = random.nextLong() >>> (1 + random.nextInt(63));
      int bucket = Histogram.bucketOf(value);
      long greatest = Histogram.greatestOf(bucket);
      assertThat(greatest).isGreaterThanOrEqualTo(value);
      assertThat(greatest - value).isLessThanOrEqualTo(value / 16);
      if (bucket > 0) {
        assertThat(Histogram.greatestOf(bucket - 1)).isLessThan(value);
      }
    }
    assertThat(Histogram.greatestOf(Histogram.bucketOf(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void percentilesAreThoseOfTheSortedValues() {
    Random random = new Random(11);
    Histogram one = new Histogram();
    Histogram two = new Histogram();
    long[] values = new long[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(1_000_000);
      (i % 2 == 0 ? one : two).add(values[i]);
    }
    Arrays.sort(values);
    Distribution all = Histogram.merged(List.of(one, two));
    assertThat(all.count()).isEqualTo(1000);
    assertThat(all.total()).isEqualTo(Arrays.stream(values).sum());
    assertThat(all.max()).isEqualTo(values[999]);
    for (int percent : new int[] {1, 10, 50, 90, 99, 100}) {
      long exact = values[percent * 10 - 1];
      assertThat(all.percentile(percent)).isBetween(exact, exact + exact / 16);
    }
    assertThat(all.above(values[999])).isZero();
    assertThat(all.above(-1)).isEqualTo(1000);
    assertThat(all.mean()).isEqualTo(all.total() / 1000.0);
  }

  @Test
  void nothingIsNothing() {
    assertThat(Histogram.merged(List.of()).percentile(99)).isZero();
    assertThat(Distribution.EMPTY.mean()).isZero();
    assertThatThrownBy(() -> Distribution.EMPTY.percentile(101))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
