package dev.asynclint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyTableTest {

  @Test
  void mediansAndTheRatioOfTheLastQuantile() {
    LatencyTable table = new LatencyTable(2);
    for (LatencyTable.Line line : LatencyTable.LINES) {
      for (int round = 0; round < 2; round++) {
        table.record(line.ours(), "p50", round, 10_000);
        table.record(line.ours(), "p99", round, 20_000);
        table.record(line.ours(), "p999", round, round == 0 ? 50_000 : 70_000);
        table.record(line.theirs(), "p50", round, 11_000);
        table.record(line.theirs(), "p99", round, 21_000);
        table.record(line.theirs(), "p999", round, line.connections() == 64 ? 20_000 : 100_000);
      }
    }
    assertThat(table.text().lines())
        .startsWith(
            "TCP echo, 5,000 messages a second: microseconds from when one was due to when it was"
                + " back, half of them / 99 % / 99.9 %.")
        .endsWith(
            "| 1 | 10 / 20 / 60 | 11 / 21 / 100 | 0.60 | 0.50 to 0.70 | 1.43 | met |",
            "| 64 | 10 / 20 / 60 | 11 / 21 / 20 | 3.00 | 2.50 to 3.50 | 1.43 | **missed** |",
            "| 1,000 | 10 / 20 / 60 | 11 / 21 / 100 | 0.60 | 0.50 to 0.70 | 1.43 | met |");
  }

  @Test
  void whatAStallDelaysIsCountedFromWhenItWasDue() throws Exception {
    try (StalledEcho server = new StalledEcho(TimeUnit.MILLISECONDS.toNanos(50));
        EchoLoad load = new EchoLoad(server.address(), 1)) {
      Histogram times = load.openLoop(50, TimeUnit.MILLISECONDS.toNanos(1));
      assertThat(times.getTotalCount()).isEqualTo(50);
      assertThat(times.getMaxValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(45));
      // What was due in the first half of the stall waited for the second half at least.
      assertThat(times.getValueAtPercentile(50)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(23));
    }
  }
}
