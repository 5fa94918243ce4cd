package dev.asynclint.prove.cost;

import java.util.List;

/**
 * What one call costs. Times are in nanoseconds; none is negative.
 *
 * @param nanos once it has been made often
 * @param cpuNanos how much of that is processor time
 * @param bytes what it allocates then
 * @param coldNanos the first time in a process, with the loading of classes
 * @param coldBytes what it allocates then
 */
public record Cost(long nanos, long cpuNanos, long bytes, long coldNanos, long coldBytes) {
  /**
   * The least of some measurements of the same, each by itself: what else the machine does only
   * adds.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Cost least(List<Cost> all) {
    return all.stream()
        .reduce(
            (one, other) ->
                new Cost(
                    Math.min(one.nanos, other.nanos),
                    Math.min(one.cpuNanos, other.cpuNanos),
                    Math.min(one.bytes, other.bytes),
                    Math.min(one.coldNanos, other.coldNanos),
                    Math.min(one.coldBytes, other.coldBytes)))
        .orElseThrow(() -> new IllegalArgumentException("there is no measurement"));
  }

  /**
   * The same of a call that only computes: the time its thread waited for a processor is no cost.
   */
  Cost computing() {
    return new Cost(Math.min(nanos, cpuNanos), cpuNanos, bytes, coldNanos, coldBytes);
  }

  /** As one line that {@link #parse} reads. */
  String line() {
    return nanos + " " + cpuNanos + " " + bytes + " " + coldNanos + " " + coldBytes;
  }

  /**
   * What a line says.
   *
   * @throws IllegalArgumentException if it is no such line
   */
  static Cost parse(String line) {
    String[] numbers = line.strip().split(" ");
    if (numbers.length != 5) {
      throw new IllegalArgumentException("no cost: " + line);
    }
    return new Cost(
        Long.parseLong(numbers[0]),
        Long.parseLong(numbers[1]),
        Long.parseLong(numbers[2]),
        Long.parseLong(numbers[3]),
        Long.parseLong(numbers[4]));
  }
}
