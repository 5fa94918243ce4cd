package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.poll.Shared;
import dev.asynclint.runtime.site.Site;

/**
 * How full something was that tasks share.
 *
 * @param kind of thing, such as "mpsc" or "mutex"
 * @param madeAt where the user made it; null when unknown
 * @param capacity elements it has room for; -1 when there is no bound, 0 when it holds none
 * @param peakLength most elements it held at a time
 * @param peakWaiting most tasks that waited for it at a time
 * @param lost elements that a reader was too slow for
 */
public record SharedPeak(
    String kind, Site madeAt, long capacity, long peakLength, long peakWaiting, long lost) {

  static SharedPeak of(Shared shared) {
    return new SharedPeak(
        shared.kind(),
        shared.madeAt(),
        shared.capacity(),
        shared.peakLength(),
        shared.peakWaiting(),
        shared.lost());
  }
}
