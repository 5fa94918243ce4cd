package dev.asynclint.core.facts;

import java.util.OptionalLong;

/**
 * An executor where it is made, as far as the source tells. Numbers are counts of threads; {@link
 * Integer#MAX_VALUE} stands for any number.
 *
 * @param made the call or creation that makes it
 * @param place what to blame for its numbers: {@code made}, or the last call that gives it one
 * @param core threads it keeps before tasks wait; empty when not known
 * @param size threads it has at most; empty when not known
 * @param apart whether the two are stated by different expressions
 * @param sized whether the program states the size, rather than the library
 * @param queue whether any number of tasks may wait
 * @param queueGiven whether the program states the queue, rather than the library
 * @param callerRuns whether a task that finds no room runs on the thread that hands it over
 * @param virtual whether its threads are virtual
 * @param pooledVirtual whether it keeps virtual threads for further tasks
 */
public record Pool(
    CallSite made,
    Place place,
    OptionalLong core,
    OptionalLong size,
    boolean apart,
    boolean sized,
    Answer queue,
    boolean queueGiven,
    boolean callerRuns,
    boolean virtual,
    boolean pooledVirtual) {

  /** Whether it starts a thread for every task that finds none idle. */
  public boolean hasEndlessThreads() {
    return !virtual && size.isPresent() && size.getAsLong() >= Integer.MAX_VALUE;
  }

  /** Whether threads beyond the core are never started, since the queue takes every task. */
  public boolean neverGrows() {
    boolean larger =
        core.isPresent() && size.isPresent() ? core.getAsLong() < size.getAsLong() : apart;
    return sized && larger && queue.certain();
  }

  /** Whether what is endless about it was asked for, rather than what a factory brings along. */
  public boolean isOwnChoice() {
    return hasEndlessThreads() || queueGiven;
  }
}
