package dev.asynclint.core.summary;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing a callable waits for while it is called.
 *
 * @param id the callable, {@code owner.name(erased,parameter,types)}
 * @param waits for other work of its program rather than for something outside it
 * @param kind what it waits for, in the word of the knowledge files
 * @param bound longest time that a literal states; empty when unbounded or not a literal
 * @param timed whether some bound is stated, by a literal or not
 * @param way the calls that lead to the wait and, last, the wait itself; each with file and line
 */
public record CallableSummary(
    String id,
    boolean waits,
    String kind,
    Optional<Duration> bound,
    boolean timed,
    List<String> way) {
  /** By callable, then kind. */
  public static final Comparator<CallableSummary> ORDER =
      Comparator.comparing(CallableSummary::id)
          .thenComparing(CallableSummary::kind)
          .thenComparing(CallableSummary::waits);

  /** Copies the way. */
  public CallableSummary {
    way = List.copyOf(way);
  }
}
