package dev.asynclint.prove;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.meter.MeterReport;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.meter.SlowPoll;
import dev.asynclint.runtime.meter.TaskState;
import dev.asynclint.runtime.site.Site;
import java.time.Duration;
import java.util.List;

/** Threads that are to be kept free, and the runtime whose worker is one of them. */
final class Loops {
  /** What the names of the workers of a stage begin with. */
  static final String WORKERS = "loop";

  /** Names are all that a recording has. */
  private static final List<String> NAMES =
      List.of(WORKERS, "ForkJoinPool.commonPool-worker-", "parallel-", "vert.x-eventloop-thread-");

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private Loops() {}

  /** Whether a thread of that name must not wait. */
  static boolean isLoop(String name) {
    return name != null && NAMES.stream().anyMatch(name::startsWith);
  }

  /** A runtime with one worker and what a meter needs. */
  static AsyncRuntime runtime(Meter wanted, Budgets budgets) {
    return AsyncRuntime.builder()
        .workerThreads(1)
        .threadName(WORKERS)
        .operationsPerPoll(budgets.operationsPerPoll())
        .metering(metering(wanted, budgets))
        .build();
  }

  private static Metering metering(Meter wanted, Budgets budgets) {
    Metering metering =
        switch (wanted) {
          case LOOP_CPU ->
              Metering.of(
                  dev.asynclint.runtime.meter.Meter.TIME,
                  dev.asynclint.runtime.meter.Meter.CPU,
                  dev.asynclint.runtime.meter.Meter.STACKS);
          case KEPT ->
              Metering.of(
                  dev.asynclint.runtime.meter.Meter.STATE, dev.asynclint.runtime.meter.Meter.SITES);
          default -> Metering.counts();
        };
    return metering.budgets(budgets).libraries(Loops.class.getPackageName() + ".");
  }

  /** Ends a runtime and puts down what its meters saw. */
  static void finish(AsyncRuntime runtime, Evidence evidence) {
    runtime.shutdownTimeout(PATIENCE);
    MeterReport report = runtime.meters();
    for (SlowPoll poll : report.slowPolls()) {
      int line =
          poll.stack().stream()
              .filter(site -> evidence.owns(site.className()))
              .mapToInt(Site::line)
              .findFirst()
              .orElse(0);
      evidence.peak(Meter.LOOP_CPU, line, poll.cpuNanos());
    }
    for (TaskState state : report.states()) {
      int line = state.spawnedAt() == null ? 0 : state.spawnedAt().line();
      evidence.peak(Meter.KEPT, line, state.bytes());
    }
  }
}
