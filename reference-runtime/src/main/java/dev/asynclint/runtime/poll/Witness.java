package dev.asynclint.runtime.poll;

import dev.asynclint.runtime.site.Site;

/**
 * Is told what the computations of one task do while they are polled. A runtime without meters has
 * none. Safe for use by any thread.
 */
public interface Witness {

  /**
   * The task got something that others may wait for.
   *
   * @param kind of thing, such as "mutex"
   * @param at where the user asked for it; null when unknown
   * @return to be run, once, when it is given back
   */
  Runnable acquired(String kind, Site at);

  /** The task uses something that may fill up; told at every use. */
  void uses(Shared shared);

  /** A body in direct style runs on a thread of its own: the task itself suspends but once. */
  void direct();

  /**
   * A body in direct style is about to wait.
   *
   * @param at where; null when unknown
   */
  void waits(Site at);
}
