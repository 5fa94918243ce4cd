package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Origin;
import java.util.List;

/**
 * A handler that takes a request to stop and tells nobody.
 *
 * @param place the keyword of the handler
 * @param handler the whole clause
 * @param caught simple name of the type that is caught
 * @param waiting what gives up its wait, {@code Thread.sleep}; empty when that could not be
 *     resolved
 * @param repeats whether the same callable waits again, in a loop around the handler
 * @param asks whether that loop runs until the thread is asked to stop, which the handler hides
 * @param path from the wait to the handler; empty when the wait is not known
 */
public record SwallowedInterrupt(
    Place place,
    Origin handler,
    String caught,
    String waiting,
    boolean repeats,
    boolean asks,
    List<Step> path) {
  /** Copies the path. */
  public SwallowedInterrupt {
    path = List.copyOf(path);
  }
}
