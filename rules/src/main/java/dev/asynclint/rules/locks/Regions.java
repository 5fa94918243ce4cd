package dev.asynclint.rules.locks;

import dev.asynclint.core.facts.LockedWait;
import dev.asynclint.rules.Words;

/** Words for locked regions. */
final class Regions {
  private Regions() {}

  /** What the blamed call does, and how many more there are. */
  static String label(LockedWait wait) {
    String leads = wait.site() == wait.event() ? "" : "leads to a call that ";
    String more = wait.more() == 0 ? "" : ", and " + wait.more() + " more in this region";
    return leads + Words.waits(wait.event().waitsFor()) + more;
  }
}
