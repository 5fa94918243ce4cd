package dev.asynclint.core.facts;

import java.util.List;

/**
 * A handler that takes a request to stop and tells nobody.
 *
 * @param place the keyword of the handler
 * @param fix puts the remedy asked for first into the handler; empty when it also takes failures
 *     that are no request to stop
 * @param caught simple name of the type that is caught
 * @param waiting what gives up its wait, {@code Thread.sleep}; empty when that could not be
 *     resolved
 * @param repeats whether the same callable waits again, in a loop around the handler
 * @param asks whether that loop runs until the thread is asked to stop, which the handler hides
 * @param path from the wait to the handler; empty when the wait is not known
 */
public record SwallowedInterrupt(
    Place place,
    List<Edit> fix,
    String caught,
    String waiting,
    boolean repeats,
    boolean asks,
    List<Step> path) {
  /** Copies the lists. */
  public SwallowedInterrupt {
    fix = List.copyOf(fix);
    path = List.copyOf(path);
  }
}
