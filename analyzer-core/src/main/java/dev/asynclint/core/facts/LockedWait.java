package dev.asynclint.core.facts;

import java.util.List;

/**
 * A locked region in which somebody waits; one for each place a lock is taken.
 *
 * @param site the call inside the region to blame: the wait itself, or the call that leads to it
 * @param event the call that waits
 * @param key identity of the lock within the program; empty for one of many that a key tells apart
 * @param lock the lock's name
 * @param more further waits in the same region
 * @param waits for work of this program rather than for something outside it
 * @param stuck whether what completes the wait needs the same lock, so that neither goes on
 * @param deliberate whether the region is there for the sake of the wait: it happens only when a
 *     second look inside the region finds nothing, the lock confines the very object that waits, or
 *     others may hold it too
 * @param path from the acquisition to the wait
 */
public record LockedWait(
    CallSite site,
    CallSite event,
    String key,
    String lock,
    int more,
    boolean waits,
    boolean stuck,
    boolean deliberate,
    Confidence confidence,
    List<Step> path) {
  /** Copies the path. */
  public LockedWait {
    path = List.copyOf(path);
  }
}
