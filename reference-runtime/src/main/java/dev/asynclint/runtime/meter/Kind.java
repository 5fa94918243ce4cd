package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;

/** Tasks of one name that were spawned at one line. Safe for use by any thread. */
final class Kind {
  /** By name and line; those without a line first. */
  static final Comparator<Key> ORDER =
      Comparator.comparing(Key::name)
          .thenComparing(Key::spawnedAt, Comparator.nullsFirst(Comparator.naturalOrder()));

  final Key key;
  private final InFlight inFlight = new InFlight();
  private final Tally gone = new Tally();
  private TaskState state;

  /** What tells kinds apart; the line may be null. */
  record Key(String name, Site spawnedAt) {}

  /** How many there are, and were at most. */
  static final class InFlight {
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final AtomicLong all = new AtomicLong();

    void begin() {
      all.incrementAndGet();
      long count = now.incrementAndGet();
      if (count > peak.get()) {
        peak.accumulateAndGet(count, Math::max);
      }
    }

    void end() {
      now.decrementAndGet();
    }

    long peak() {
      return peak.get();
    }

    long all() {
      return all.get();
    }
  }

  Kind(Key key) {
    this.key = key;
  }

  void begin() {
    inFlight.begin();
  }

  void end(Tally tally) {
    inFlight.end();
    synchronized (gone) {
      gone.add(tally);
    }
  }

  synchronized void keeps(TaskState seen) {
    if (state == null || seen.bytes() > state.bytes()) {
      state = seen;
    }
  }

  synchronized TaskState state() {
    return state;
  }

  TaskTotals totals(Collection<Gauge> alive) {
    Tally all = new Tally();
    synchronized (gone) {
      all.add(gone);
    }
    alive.forEach(gauge -> all.add(gauge.tally()));
    return all.totals(key.name(), key.spawnedAt(), inFlight.all(), inFlight.peak());
  }
}
