package dev.asynclint.runtime.poll;

import dev.asynclint.runtime.site.Site;

/** Something that several tasks use and that may fill up. Safe for use by any thread. */
public interface Shared {
  /** Kind of thing, such as "mpsc". */
  String kind();

  /** Where it was made; null when nobody watched. */
  Site madeAt();

  /** Elements it has room for; -1 when there is no bound, 0 when it holds none. */
  long capacity();

  /** Most elements it held at a time. */
  long peakLength();

  /** Most tasks that waited for it at a time. */
  long peakWaiting();

  /** Elements that a reader was too slow for. */
  default long lost() {
    return 0;
  }
}
