package dev.asynclint.cli.scan;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Wall-clock time of the phases of a scan. For use by one thread. */
public final class Timing {
  private final Map<String, Long> nanos = new LinkedHashMap<>();

  /** Runs a phase and counts its time; phases of one name add up. */
  public <T> T time(String phase, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(phase, System.nanoTime() - start);
    }
  }

  /** Counts time of a phase, in nanoseconds. */
  public void add(String phase, long time) {
    nanos.merge(phase, time, Long::sum);
  }

  /** All phases together, such as {@code 1.3 s}. */
  public String total() {
    return seconds(nanos.values().stream().mapToLong(Long::longValue).sum());
  }

  /** A line for each phase, in the order they began, and one for the total. */
  public String table() {
    StringBuilder table = new StringBuilder();
    nanos.forEach((phase, time) -> table.append("%-10s %9s%n".formatted(phase, seconds(time))));
    return table.append("%-10s %9s".formatted("total", total())).toString();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / (double) TimeUnit.SECONDS.toNanos(1));
  }
}
