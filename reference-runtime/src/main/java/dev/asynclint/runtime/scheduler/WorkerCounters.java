package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.CacheLine;

/** What one worker counts. Written by its thread, read by others when they care to. */
final class WorkerCounters extends CacheLine {
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
  long peakQueue;

  /** Nothing, to keep what comes behind off what is written all the time. */
  long p10;

  long p11;
  long p12;
  long p13;
  long p14;
  long p15;
  long p16;
  long p17;

  void queued(int size) {
    peakQueue = Math.max(peakQueue, size);
  }
}
