package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Waits that happen while a lock is held, in the callable that holds it or in one it calls. */
final class Locking {
  /**
   * Kinds that do not count: what only touches local files or other locks is too short and too
   * common to report.
   */
  private static final Set<String> EXEMPT =
      Set.of(
          "file",
          "metadata",
          "stream",
          "channel",
          "class-path",
          "console",
          "lock",
          "dns",
          "url",
          "archive");

  /** Calls between the region and the wait after which the path is less sure, or not believed. */
  private static final int NEAR = 1;

  private static final int FAR = 3;

  /** What runs code of its own until the wait is over. */
  private static final Set<String> OTHERS = Set.of("thread", "task", "latch", "barrier");

  private static final String CONDITION = "condition";

  private final Index index;
  private final Calls calls;
  private final Closures closures;
  private final Waiting waiting;
  private final Values values;
  private final MethodNames names;
  private final LockPurpose purpose;
  private final LockPartners partners;
  private final Map<Duration, List<LockedWait>> asked = new ConcurrentHashMap<>();

  Locking(Index index, Calls calls, Closures closures, Waiting waiting, Models models) {
    this.closures = closures;
    this.index = index;
    this.calls = calls;
    this.waiting = waiting;
    this.values = models.values();
    this.names = models.methodNames();
    this.purpose = new LockPurpose(index, calls, models);
    this.partners = new LockPartners(calls, closures, values);
  }

  /**
   * Every locked region in which a wait longer than a limit may happen: the nearest wait for work
   * of this program, and the nearest for something outside it.
   */
  Stream<LockedWait> waits(Duration longest) {
    return asked.computeIfAbsent(longest, limit -> find(limit).toList()).stream();
  }

  private Stream<LockedWait> find(Duration longest) {
    Map<Region, List<Held>> regions = new LinkedHashMap<>();
    for (boolean waits : new boolean[] {true, false}) {
      find(longest, waits, regions);
    }
    return regions.values().stream().map(this::nearest);
  }

  private void find(Duration longest, boolean waits, Map<Region, List<Held>> regions) {
    Predicate<CallSite> wanted =
        site -> counts(site, longest) && waiting.event(site).orElseThrow().waits() == waits;
    Summaries summaries = new Summaries(calls, waiting.all().filter(wanted).toList());
    for (Body body : index.bodies()) {
      if (!body.locks) {
        continue;
      }
      for (CallSite site : body.sites) {
        if (wanted.test(site) || (waits && waitsForAnother(site))) {
          lock(site).ifPresent(lock -> add(regions, new Held(lock, site, null, site, List.of())));
        }
      }
      for (Calls.Call call : calls.from(body)) {
        lock(call.site()).ifPresent(lock -> through(call, lock, summaries, regions));
      }
    }
    for (Body closure : closures.all()) {
      for (Closures.Use use : closures.of(closure)) {
        if (use.runs() == null && use.passed() != null) {
          Calls.Call call = new Calls.Call(use.passed(), closure);
          lock(use.site()).ifPresent(lock -> through(call, lock, summaries, regions));
        }
      }
    }
  }

  /** Where a lock is taken, and which of the two rules asks. */
  private record Region(Place acquired, boolean waits) {}

  /**
   * A wait under a lock: the call in the region, the body it leads to, and the calls from there.
   */
  private record Held(Lock lock, CallSite site, Body to, CallSite event, List<CallSite> way) {}

  private void add(Map<Region, List<Held>> regions, Held held) {
    boolean waits = waiting.event(held.event()).orElseThrow().waits();
    regions
        .computeIfAbsent(new Region(held.lock().acquired(), waits), r -> new ArrayList<>(1))
        .add(held);
  }

  private void through(
      Calls.Call call, Lock lock, Summaries summaries, Map<Region, List<Held>> regions) {
    Optional<CallSite> event = summaries.event(call.to());
    if (event.isPresent()) {
      List<CallSite> way = summaries.way(call.to());
      boolean givenBack =
          Stream.concat(way.stream(), event.stream())
              .anyMatch(hop -> hop.released.contains(lock.key()));
      List<CallSite> all = new ArrayList<>(List.of(call.site()));
      all.addAll(way);
      all.add(event.get());
      if (way.size() <= FAR && !givenBack && !Switches.deny(all)) {
        add(regions, new Held(lock, call.site(), call.to(), event.get(), way));
      }
    }
  }

  private LockedWait nearest(List<Held> all) {
    Held held =
        all.stream()
            .min(
                Comparator.comparingInt((Held one) -> one.to() == null ? 0 : 1 + one.way().size())
                    .thenComparingInt(one -> one.site().op.origin().anchor()))
            .orElseThrow();
    String name = held.lock().display();
    List<Step> path = new ArrayList<>();
    path.add(new Step(held.lock().acquired(), "takes " + name, 0));
    int depth = 0;
    if (held.to() != null) {
      path.add(new Step(held.site().place(), "calls " + held.to().display(), depth++));
      for (CallSite hop : held.way()) {
        path.add(new Step(hop.place(), "calls " + hop.display(), depth++));
      }
    }
    Waiting.Event event = waiting.event(held.event()).orElseThrow();
    path.addAll(event.steps(held.event(), "waits here, still holding it", depth));
    boolean stuck = event.waits() && partners.needs(held.event(), held.lock());
    boolean partner = event.waits() && OTHERS.contains(event.kind()) && isShared(held);
    return new LockedWait(
        held.site(),
        held.event(),
        held.lock().perKey() ? "" : held.lock().key(),
        name,
        all.size() - 1,
        event.waits(),
        stuck,
        !stuck
            && purpose.isDeliberate(held.site(), held.event(), held.lock(), event.waits(), partner),
        held.way().size() > NEAR ? Confidence.MEDIUM : Confidence.HIGH,
        path);
  }

  /** Whether methods of the class that neither start nor end it need the lock as well. */
  private boolean isShared(Held held) {
    return index.bodies(held.site().body.callable.owner()).stream()
        .filter(body -> !names.isLifecycle(body))
        .anyMatch(body -> partners.takesItself(body, held.lock().key()));
  }

  private boolean counts(CallSite site, Duration longest) {
    Optional<Waiting.Event> event = waiting.event(site);
    return event.isPresent()
        && site.effect(Effect.Releases.class).isEmpty()
        && !event.get().kind().equals(CONDITION)
        && !EXEMPT.contains(event.get().kind())
        && event.get().longerThan(longest);
  }

  /** The innermost lock held at a site; permits count when there is but one of them. */
  private Optional<Lock> lock(CallSite site) {
    for (int i = site.held.size() - 1; i >= 0; i--) {
      Lock lock = site.held.get(i);
      if (lock.held() == Effect.Held.LOCK || isMutex(lock.receiver())) {
        return Optional.of(lock);
      }
    }
    return Optional.empty();
  }

  private boolean isMutex(CallSite acquire) {
    CallSite made = acquire == null ? null : values.origin(acquire.body, acquire.receiver()).site();
    if (made == null || !made.isNew() || made.args().isEmpty()) {
      return made != null && made.isNew();
    }
    Value permits = values.origin(made.body, made.operand(0)).value();
    return permits instanceof Value.Const constant && Integer.valueOf(1).equals(constant.value());
  }

  /** A condition gives its own lock back while it waits, but no other. */
  private boolean waitsForAnother(CallSite site) {
    if (waiting.event(site).filter(event -> event.kind().equals(CONDITION)).isEmpty()) {
      return false;
    }
    CallSite made = values.origin(site.body, site.receiver()).site();
    String own =
        made != null && !made.isNew()
            ? values.key(made.body, made.receiver())
            : values.key(site.body, site.receiver());
    boolean ownIsHeld = site.held.stream().anyMatch(lock -> lock.key().equals(own));
    return ownIsHeld && site.held.size() > 1;
  }
}
