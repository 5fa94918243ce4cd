package dev.asynclint.runtime.meter;

import java.util.List;

/**
 * What a runtime measured since it was made; exact while nothing runs. Immutable. What a call of
 * {@code blockOn} polls itself is no task and is not in it.
 *
 * @param metering what was asked for; the rest is empty
 * @param total of all tasks, without a name
 * @param kinds the same by name and line, sorted
 * @param pollNanos how long polls took
 * @param delayNanos how long tasks waited between a wake and the poll that followed
 * @param bytesPerPoll what polls allocated
 * @param peaks the most there was at a time
 * @param slowPolls the slowest of the polls that were slow, at most 1,000, slowest first
 * @param blockingCalls calls that blocked threads that poll, by line, sorted
 * @param allocations what was allocated where, sorted
 * @param heldLocks what was held over suspensions, sorted
 * @param shared how full channels and locks were, in the order they were first used, at most 10,000
 * @param states the most that tasks kept, by kind, sorted
 * @param lostFailures failures that nobody asked for, by number of the task
 */
public record MeterReport(
    Metering metering,
    TaskTotals total,
    List<TaskTotals> kinds,
    Distribution pollNanos,
    Distribution delayNanos,
    Distribution bytesPerPoll,
    Peaks peaks,
    List<SlowPoll> slowPolls,
    List<BlockingCall> blockingCalls,
    List<AllocationSite> allocations,
    List<HeldLock> heldLocks,
    List<SharedPeak> shared,
    List<TaskState> states,
    List<LostFailure> lostFailures) {

  /** The totals of tasks of one name, of whatever line; null when there were none. */
  public TaskTotals named(String name) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .reduce(TaskTotals::plus)
        .orElse(null);
  }

  /** Keeps copies of the lists. */
  public MeterReport {
    kinds = List.copyOf(kinds);
    slowPolls = List.copyOf(slowPolls);
    blockingCalls = List.copyOf(blockingCalls);
    allocations = List.copyOf(allocations);
    heldLocks = List.copyOf(heldLocks);
    shared = List.copyOf(shared);
    states = List.copyOf(states);
    lostFailures = List.copyOf(lostFailures);
  }
}
