package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.poll.Shared;
import dev.asynclint.runtime.site.Frames;
import dev.asynclint.runtime.site.Site;
import dev.asynclint.runtime.site.Sites;
import dev.asynclint.runtime.task.Task;
import dev.asynclint.runtime.task.TaskMeter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** The meters of one runtime. Safe for use by any thread; must be closed. */
public final class Meters implements AutoCloseable {
  private static final int MOST_SLOW_POLLS = 1_000;
  private static final int MOST_SHARED = 10_000;
  private static final Comparator<SlowPoll> SLOWEST_LAST = Comparator.comparing(SlowPoll::nanos);

  private final Metering metering;
  private final Frames frames;
  private final boolean timed;
  private final boolean sites;
  private final Sites.Watch watch;
  private final Watchdog watchdog;
  private final Recorder recorder;
  private final List<ThreadMeter> threads = new CopyOnWriteArrayList<>();
  private final ThreadLocal<ThreadMeter> here = ThreadLocal.withInitial(this::enter);
  private final Map<Kind.Key, Kind> kinds = new ConcurrentHashMap<>();
  private final Set<Gauge> alive = ConcurrentHashMap.newKeySet();
  private final Kind.InFlight inFlight = new Kind.InFlight();
  private final Map<Gauge, Throwable> failures = new ConcurrentHashMap<>();
  private final Map<HeldKey, LongAdder> held = new ConcurrentHashMap<>();
  private final PriorityQueue<SlowPoll> slowPolls = new PriorityQueue<>(SLOWEST_LAST);
  private final Set<Shared> shared = ConcurrentHashMap.newKeySet();
  private final Set<Shared> sharedInOrder = new LinkedHashSet<>();

  private record HeldKey(String kind, Site acquiredAt, Site waitsAt, Kind task) {}

  /**
   * Begins to measure.
   *
   * @throws IllegalStateException when this needs a flight recorder and the machine has none
   */
  public Meters(Metering metering) {
    this.metering = metering;
    this.frames = new Frames(metering.libraries());
    this.timed = metering.has(Meter.TIME);
    this.sites = metering.has(Meter.SITES);
    this.recorder = Recorder.of(metering, frames);
    this.watch = sites ? Sites.watch(frames) : null;
    this.watchdog = timed && metering.has(Meter.STACKS) ? new Watchdog(this) : null;
    if (watchdog != null) {
      watchdog.start();
    }
  }

  Metering metering() {
    return metering;
  }

  Frames frames() {
    return frames;
  }

  long slowNanos() {
    return metering.slowPoll().toNanos();
  }

  Collection<ThreadMeter> threads() {
    return threads;
  }

  /** Nanoseconds, never 0; 0 when nothing is timed. */
  long now() {
    return timed ? System.nanoTime() | 1 : 0;
  }

  ThreadMeter here() {
    return here.get().free();
  }

  /** What measures the polls of this thread. */
  ThreadMeter enter() {
    ThreadMeter meter = new ThreadMeter(this);
    threads.add(meter);
    return meter;
  }

  /** Whether what runs on virtual threads could not be measured. */
  public boolean wantsPlatformThreads() {
    return metering.has(Meter.JDK_LOCKS);
  }

  /** What measures a new task. */
  public TaskMeter spawned(long id, String name) {
    Site at = sites ? frames.here() : null;
    Kind kind = kinds.computeIfAbsent(new Kind.Key(name, at), Kind::new);
    kind.begin();
    inFlight.begin();
    Gauge gauge = new Gauge(this, id, kind);
    alive.add(gauge);
    Traced.Spawn.commit(id, name);
    return gauge;
  }

  void ended(Gauge gauge) {
    Tally tally = gauge.tally();
    Traced.End.commit(gauge.id(), gauge.kind().key.name(), tally);
    gauge.kind().end(tally);
    inFlight.end();
    alive.remove(gauge);
  }

  void failed(Gauge gauge, Throwable failure) {
    failures.put(gauge, failure);
  }

  void observed(Gauge gauge) {
    failures.remove(gauge);
  }

  void held(String kind, Site acquiredAt, Site waitsAt, Kind task) {
    Traced.Held.commit(kind, acquiredAt);
    HeldKey key = new HeldKey(kind, acquiredAt, waitsAt, task);
    held.computeIfAbsent(key, each -> new LongAdder()).increment();
  }

  void jdkLocks(Site waitsAt, Kind task) {
    if (metering.has(Meter.JDK_LOCKS)) {
      JdkLocks.here(frames).forEach(lock -> held(lock.kind(), lock.at(), waitsAt, task));
    }
  }

  void keeps(Gauge gauge, Task<?> task) {
    if (metering.has(Meter.STATE)) {
      Kind.Key key = gauge.kind().key;
      gauge.kind().keeps(StateWalker.walk(task.computation()).of(key.name(), key.spawnedAt()));
    }
  }

  void uses(Shared used) {
    if (shared.size() < MOST_SHARED && shared.add(used)) {
      synchronized (sharedInOrder) {
        sharedInOrder.add(used);
      }
    }
  }

  void slow(SlowPoll poll) {
    Traced.Slow.commit(poll);
    synchronized (slowPolls) {
      slowPolls.add(poll);
      if (slowPolls.size() > MOST_SLOW_POLLS) {
        slowPolls.poll();
      }
    }
  }

  /**
   * What was measured so far.
   *
   * @param peaks those of the runtime; what is in flight is put in here
   */
  public MeterReport report(Peaks peaks) {
    recorder.read(threads.stream().map(ThreadMeter::threadId).toList());
    Map<Kind, List<Gauge>> living = new HashMap<>();
    alive.forEach(gauge -> living.computeIfAbsent(gauge.kind(), k -> new ArrayList<>()).add(gauge));
    List<Kind> sorted =
        kinds.values().stream()
            .sorted(Comparator.comparing((Kind kind) -> kind.key, Kind.ORDER))
            .toList();
    List<TaskTotals> totals =
        sorted.stream().map(kind -> kind.totals(living.getOrDefault(kind, List.of()))).toList();
    return new MeterReport(
        metering,
        total(totals),
        totals,
        Histogram.merged(threads.stream().map(each -> each.pollNanos).toList()),
        Histogram.merged(threads.stream().map(each -> each.delayNanos).toList()),
        Histogram.merged(threads.stream().map(each -> each.bytes).toList()),
        peaks.inFlight(inFlight.peak()),
        slowest(),
        recorder.blockingCalls(),
        recorder.allocations(),
        heldLocks(),
        sharedPeaks(),
        sorted.stream().filter(kind -> kind.state() != null).map(Kind::state).toList(),
        lostFailures());
  }

  /** All kinds together; the peak is what all had at once. */
  private TaskTotals total(List<TaskTotals> kinds) {
    Tally all = new Tally();
    kinds.forEach(all::add);
    long spawned = kinds.stream().mapToLong(TaskTotals::spawned).sum();
    return all.totals("", null, spawned, inFlight.peak());
  }

  private List<SlowPoll> slowest() {
    synchronized (slowPolls) {
      return slowPolls.stream()
          .sorted(SLOWEST_LAST.reversed().thenComparing(SlowPoll::task))
          .toList();
    }
  }

  private List<HeldLock> heldLocks() {
    Comparator<Site> bySite = Comparator.nullsFirst(Comparator.naturalOrder());
    return held.entrySet().stream()
        .map(each -> lock(each.getKey(), each.getValue().sum()))
        .sorted(
            Comparator.comparing(HeldLock::kind)
                .thenComparing(HeldLock::acquiredAt, bySite)
                .thenComparing(HeldLock::suspendedAt, bySite)
                .thenComparing(HeldLock::task)
                .thenComparing(HeldLock::spawnedAt, bySite))
        .toList();
  }

  private static HeldLock lock(HeldKey key, long times) {
    Kind.Key task = key.task.key;
    return new HeldLock(
        key.kind, key.acquiredAt, key.waitsAt, task.name(), task.spawnedAt(), times);
  }

  private List<SharedPeak> sharedPeaks() {
    synchronized (sharedInOrder) {
      return sharedInOrder.stream().map(SharedPeak::of).toList();
    }
  }

  private List<LostFailure> lostFailures() {
    return failures.entrySet().stream()
        .map(each -> each.getKey().lost(each.getValue()))
        .sorted(Comparator.comparing(LostFailure::task))
        .toList();
  }

  /** Measures no more; what was measured can still be asked for. */
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    if (watchdog != null) {
      watchdog.stop();
    }
    recorder.close(threads.stream().map(ThreadMeter::threadId).toList());
  }
}
