package dev.asynclint.runtime.scheduler;

/** What one worker counts. Written by its thread, read by others when they care to. */
final class WorkerCounters {
  long polls;
  long localSchedules;
  long remoteSchedules;
  long overflows;
  long steals;
  long stealOperations;
  long parks;
  long noops;
  long lifoPolls;
  long forcedYields;
  int peakQueue;

  void queued(int size) {
    peakQueue = Math.max(peakQueue, size);
  }
}
