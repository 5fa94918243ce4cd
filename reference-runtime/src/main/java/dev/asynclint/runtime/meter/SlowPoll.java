package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;
import java.util.List;

/**
 * A poll that took long.
 *
 * @param task its number
 * @param name of the task; may be empty
 * @param spawnedAt where it was spawned; null when unknown
 * @param nanos how long it took
 * @param cpuNanos how long of that it ran; -1 when that was not measured
 * @param operations what it took off the budget
 * @param stack the user's lines it was first seen at, innermost first; empty when it was not seen
 */
public record SlowPoll(
    long task,
    String name,
    Site spawnedAt,
    long nanos,
    long cpuNanos,
    int operations,
    List<Site> stack) {

  /** The line to blame; null when unknown. */
  public Site blamed() {
    return stack.isEmpty() ? null : stack.get(0);
  }
}
