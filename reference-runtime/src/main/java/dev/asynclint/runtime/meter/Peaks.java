package dev.asynclint.runtime.meter;

/**
 * The most there was at a time.
 *
 * @param inFlight tasks that had not ended
 * @param localQueue tasks that waited at one worker
 * @param injectQueue tasks from outside the workers that waited
 * @param blockingThreads threads for blocking calls
 * @param blockingQueue blocking calls that waited
 */
public record Peaks(
    long inFlight, int localQueue, int injectQueue, int blockingThreads, int blockingQueue) {

  Peaks inFlight(long tasks) {
    return new Peaks(tasks, localQueue, injectQueue, blockingThreads, blockingQueue);
  }
}
