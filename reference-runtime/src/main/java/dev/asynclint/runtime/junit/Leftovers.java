package dev.asynclint.runtime.junit;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.RuntimeMetrics;
import dev.asynclint.runtime.meter.LostFailure;
import dev.asynclint.runtime.meter.TaskTotals;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a test left in its runtime. */
final class Leftovers {
  /** Rounds for tasks that can run: one that wakes itself for ever is left all the same. */
  private static final int ROUNDS = 1_000;

  private final AsyncRuntime runtime;
  private final boolean here;
  private final boolean paused;

  Leftovers(AsyncRuntime runtime, Flavor flavor) {
    this.runtime = runtime;
    this.here = flavor == Flavor.CURRENT_THREAD;
    this.paused = runtime.timers().isPaused();
  }

  /**
   * Runs what can run. Waits, and no longer than a grace, only for what other threads, peers of
   * sockets or a clock that runs may still do.
   */
  void settle(Duration grace) throws Exception {
    long deadline = System.nanoTime() + grace.toNanos();
    for (; ; ) {
      if (here) {
        runReady();
      }
      RuntimeMetrics now = runtime.metrics();
      boolean left = now.aliveTasks() > 0 || blocking(now);
      boolean mayEnd = !paused || blocking(now) || now.openSockets() > 0;
      if (!left || !mayEnd || System.nanoTime() - deadline > 0) {
        return;
      }
      Thread.sleep(1);
    }
  }

  private void runReady() throws Exception {
    long[] polls = {-1};
    int[] rounds = {0};
    Async<Void> quiet =
        cx -> {
          long now = runtime.metrics().engine().polls();
          if (now == polls[0] || rounds[0]++ == ROUNDS) {
            return Poll.ready(null);
          }
          polls[0] = now;
          cx.defer(cx.waker());
          return Poll.pending();
        };
    runtime.blockOn(quiet);
  }

  private static boolean blocking(RuntimeMetrics now) {
    return now.blockingQueueDepth() > 0 || now.blockingThreads() > now.idleBlockingThreads();
  }

  /** What is wrong with it, one sentence each. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    RuntimeMetrics now = runtime.metrics();
    if (now.aliveTasks() > 0) {
      boolean outside = blocking(now) || now.openSockets() > 0;
      boolean forever = here && paused && now.armedTimers() == 0 && !outside;
      for (TaskTotals kind : runtime.meters().kinds()) {
        long left = kind.spawned() - kind.ended();
        if (left > 0) {
          faults.add(left(left, kind, forever));
        }
      }
    } else if (now.openSockets() > 0) {
      faults.add(
          (now.openSockets() == 1 ? "a socket was" : now.openSockets() + " sockets were")
              + " left open: close every stream and listener");
    }
    for (LostFailure lost : runtime.meters().lostFailures()) {
      faults.add(
          "nobody asked for the failure of "
              + named(lost.name(), lost.spawnedAt())
              + ": "
              + lost.failure());
    }
    return faults;
  }

  private static String left(long count, TaskTotals kind, boolean forever) {
    String who = named(kind.name(), kind.spawnedAt());
    String which = count == 1 ? who + " has" : count + " times " + who + " have";
    return forever
        ? which + " not ended, and nothing is left that could wake it"
        : which + " not ended: wait for it, or abort it and let it end";
  }

  static String named(String name, Site at) {
    return (name.isEmpty() ? "the task" : "the task '" + name + "'")
        + (at == null ? "" : " spawned at " + at);
  }
}
