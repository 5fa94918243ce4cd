package dev.asynclint.runtime;

import dev.asynclint.runtime.blocking.BlockingPool;
import dev.asynclint.runtime.net.Driver;
import dev.asynclint.runtime.scheduler.EngineMetrics;
import dev.asynclint.runtime.task.OwnedTasks;
import dev.asynclint.runtime.time.Timers;

/**
 * Counters of a runtime; exact while nothing runs.
 *
 * @param engine what the scheduler counted
 * @param aliveTasks tasks that have not ended
 * @param spawnedTasks tasks started so far
 * @param blockingThreads threads for blocking calls
 * @param idleBlockingThreads those without work
 * @param peakBlockingThreads most at a time
 * @param blockingQueueDepth blocking calls that wait
 * @param peakBlockingQueueDepth most that waited at a time
 * @param armedTimers timers that wait
 * @param openSockets sockets that are open
 */
public record RuntimeMetrics(
    EngineMetrics engine,
    long aliveTasks,
    long spawnedTasks,
    int blockingThreads,
    int idleBlockingThreads,
    int peakBlockingThreads,
    int blockingQueueDepth,
    int peakBlockingQueueDepth,
    long armedTimers,
    int openSockets) {

  static RuntimeMetrics of(
      EngineMetrics engine, OwnedTasks owned, BlockingPool blocking, Timers timers, Driver net) {
    return new RuntimeMetrics(
        engine,
        owned.alive(),
        owned.spawned(),
        blocking.threads(),
        blocking.idleThreads(),
        blocking.peakThreads(),
        blocking.queueDepth(),
        blocking.peakQueueDepth(),
        timers.armed(),
        net.open());
  }
}
