package dev.asynclint.core.facts;

import java.util.List;

/**
 * A wait that happens while a lock is held.
 *
 * @param site the call that waits
 * @param lock the lock's name
 * @param acquired where the lock is taken
 * @param path from the acquisition to the wait
 */
public record LockedWait(CallSite site, String lock, Place acquired, List<Step> path) {
  /** Copies the path. */
  public LockedWait {
    path = List.copyOf(path);
  }
}
