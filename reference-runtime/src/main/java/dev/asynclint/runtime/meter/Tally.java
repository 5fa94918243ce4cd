package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;

/** Counters of one task, or of several that have ended. Guarded by whoever owns it. */
final class Tally {
  long ended;
  long cancelled;
  long failed;
  long polls;
  long operations;
  int maxOperations;
  long forcedYields;
  long yields;
  long wakes;
  long selfWakes;
  long pollNanos;
  long maxPollNanos;
  long maxDelayNanos;
  long cpuNanos;
  long bytes;
  long maxBytes;

  void add(Tally other) {
    add(other.totals("", null, 0, 0));
  }

  void add(TaskTotals other) {
    ended += other.ended();
    cancelled += other.cancelled();
    failed += other.failed();
    polls += other.polls();
    operations += other.operations();
    maxOperations = Math.max(maxOperations, other.maxOperationsPerPoll());
    forcedYields += other.forcedYields();
    yields += other.yields();
    wakes += other.wakes();
    selfWakes += other.selfWakes();
    pollNanos += other.pollNanos();
    maxPollNanos = Math.max(maxPollNanos, other.maxPollNanos());
    maxDelayNanos = Math.max(maxDelayNanos, other.maxDelayNanos());
    cpuNanos += other.cpuNanos();
    bytes += other.bytes();
    maxBytes = Math.max(maxBytes, other.maxBytesPerPoll());
  }

  TaskTotals totals(String name, Site spawnedAt, long spawned, long peakInFlight) {
    return new TaskTotals(
        name,
        spawnedAt,
        spawned,
        ended,
        cancelled,
        failed,
        peakInFlight,
        polls,
        operations,
        maxOperations,
        forcedYields,
        yields,
        wakes,
        selfWakes,
        pollNanos,
        maxPollNanos,
        maxDelayNanos,
        cpuNanos,
        bytes,
        maxBytes);
  }
}
