package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;
import java.util.Objects;

/**
 * What was counted of all tasks of one name that were spawned at one line; times and bytes are 0
 * unless they were measured.
 *
 * @param name of the tasks; empty for those without
 * @param spawnedAt the user's line; null when unknown
 * @param spawned tasks started
 * @param ended tasks that have ended, in whatever way
 * @param cancelled those of them that were aborted
 * @param failed those of them that threw
 * @param peakInFlight most that had not ended at a time
 * @param polls times they were polled
 * @param operations what they took off their budgets
 * @param maxOperationsPerPoll most in one poll
 * @param forcedYields polls that used up the budget
 * @param yields times they let others have a turn without being made to
 * @param wakes times somebody woke one, needed or not
 * @param selfWakes those of them that a task did to itself while it was polled
 * @param pollNanos time spent in polls
 * @param maxPollNanos most in one poll
 * @param maxDelayNanos longest time between a wake and the poll that follows
 * @param cpuNanos time spent on a processor
 * @param bytes allocated in polls
 * @param maxBytesPerPoll most in one poll
 */
public record TaskTotals(
    String name,
    Site spawnedAt,
    long spawned,
    long ended,
    long cancelled,
    long failed,
    long peakInFlight,
    long polls,
    long operations,
    int maxOperationsPerPoll,
    long forcedYields,
    long yields,
    long wakes,
    long selfWakes,
    long pollNanos,
    long maxPollNanos,
    long maxDelayNanos,
    long cpuNanos,
    long bytes,
    long maxBytesPerPoll) {

  /**
   * These and others; without a line when they differ in it. The peak in flight is that of both at
   * once at most.
   */
  TaskTotals plus(TaskTotals other) {
    Tally sum = new Tally();
    sum.add(this);
    sum.add(other);
    return sum.totals(
        name.equals(other.name) ? name : "",
        Objects.equals(spawnedAt, other.spawnedAt) ? spawnedAt : null,
        spawned + other.spawned,
        peakInFlight + other.peakInFlight);
  }
}
