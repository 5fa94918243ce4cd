package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Shared;
import dev.asynclint.runtime.poll.Witness;
import dev.asynclint.runtime.site.Site;
import dev.asynclint.runtime.site.Sites;

/** What meters are told of something that tasks hold. */
abstract class Lockable implements Shared {
  private final String kind;
  private final Site madeAt = Sites.here();

  /** Something of a kind; meters do not look at what has an empty one. */
  Lockable(String kind) {
    this.kind = kind;
  }

  /** Where the user stands who asks for it; null when nobody wants to know. */
  Site askedAt() {
    return kind.isEmpty() ? null : Sites.here();
  }

  /** Tells that the task of a poll waits for it. */
  void waits(Context cx) {
    if (cx.witness() != null && !kind.isEmpty()) {
      cx.witness().uses(this);
    }
  }

  /**
   * Tells that the task of a poll holds it.
   *
   * @param cx null outside of a poll
   * @return to be run when it is given back; null when nobody wants to know
   */
  Runnable holds(Context cx, Site at) {
    Witness witness = cx == null || kind.isEmpty() ? null : cx.witness();
    if (witness == null) {
      return null;
    }
    witness.uses(this);
    return witness.acquired(kind, at);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Site madeAt() {
    return madeAt;
  }

  @Override
  public long capacity() {
    return 0;
  }

  @Override
  public long peakLength() {
    return 0;
  }
}
