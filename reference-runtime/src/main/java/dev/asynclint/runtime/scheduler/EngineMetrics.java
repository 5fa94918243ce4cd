package dev.asynclint.runtime.scheduler;

/**
 * What a scheduler counted since it was made; exact while nothing runs.
 *
 * @param workers threads that poll
 * @param polls polls of tasks
 * @param localSchedules wakes that put a task into the queue of the worker that woke it
 * @param remoteSchedules wakes that came from other threads
 * @param overflows times a local queue was full and half of it moved out
 * @param steals tasks taken from other workers
 * @param stealOperations times that happened
 * @param parks times a worker went to sleep
 * @param noops wake-ups without anything to do
 * @param lifoPolls polls of a task that had just been woken, before its turn
 * @param forcedYields times a task used up its budget
 * @param injectDepth tasks from outside that wait
 * @param peakInject most of them that waited at a time
 * @param peakQueue most tasks that waited in one local queue at a time
 */
public record EngineMetrics(
    int workers,
    long polls,
    long localSchedules,
    long remoteSchedules,
    long overflows,
    long steals,
    long stealOperations,
    long parks,
    long noops,
    long lifoPolls,
    long forcedYields,
    int injectDepth,
    int peakInject,
    int peakQueue) {}
