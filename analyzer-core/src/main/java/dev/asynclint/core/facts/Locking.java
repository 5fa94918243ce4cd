package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Waits that happen while a lock is held, in the callable that holds it or in one it calls. */
final class Locking {
  /**
   * Kinds that do not count: what only touches local files or other locks is too short and too
   * common to report.
   */
  private static final Set<String> EXEMPT =
      Set.of("file", "stream", "channel", "class-path", "console", "lock", "dns");

  private static final String CONDITION = "condition";

  private final Index index;
  private final Calls calls;
  private final Closures closures;
  private final Waiting waiting;
  private final Values values;

  Locking(Index index, Calls calls, Closures closures, Waiting waiting, Values values) {
    this.closures = closures;
    this.index = index;
    this.calls = calls;
    this.waiting = waiting;
    this.values = values;
  }

  /** Every wait longer than a limit, once, with the shortest path from a lock that is held. */
  Stream<LockedWait> waits(Duration longest) {
    Summaries summaries = new Summaries(index, calls, site -> counts(site, longest));
    Map<CallSite, LockedWait> found = new LinkedHashMap<>();
    for (Body body : index.bodies()) {
      for (CallSite site : body.sites) {
        lock(site).ifPresent(lock -> direct(site, lock, longest, found));
      }
    }
    for (Body body : index.bodies()) {
      for (Calls.Call call : calls.from(body)) {
        lock(call.site()).ifPresent(lock -> through(call, lock, summaries, found));
      }
    }
    for (Body closure : closures.all()) {
      for (Closures.Use use : closures.of(closure)) {
        if (use.runs() == null && use.passed() != null) {
          lock(use.site())
              .ifPresent(
                  lock -> through(new Calls.Call(use.passed(), closure), lock, summaries, found));
        }
      }
    }
    return found.values().stream();
  }

  private boolean counts(CallSite site, Duration longest) {
    Optional<Waiting.Event> event = waiting.event(site);
    return event.isPresent()
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

  private void direct(CallSite site, Lock lock, Duration longest, Map<CallSite, LockedWait> found) {
    if (counts(site, longest) || waitsForAnother(site)) {
      List<Step> path = new ArrayList<>();
      path.add(new Step(lock.acquired(), "takes " + lock.display(), 0));
      path.add(new Step(site.place(), "waits here, still holding it", 0));
      found.putIfAbsent(site, new LockedWait(site, lock.display(), lock.acquired(), path));
    }
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

  private void through(
      Calls.Call call, Lock lock, Summaries summaries, Map<CallSite, LockedWait> found) {
    Optional<CallSite> event = summaries.event(call.to());
    if (event.isEmpty() || found.containsKey(event.get())) {
      return;
    }
    List<Step> path = new ArrayList<>();
    path.add(new Step(lock.acquired(), "takes " + lock.display(), 0));
    path.add(new Step(call.site().place(), "calls " + call.to().display(), 0));
    int depth = 1;
    for (CallSite hop : summaries.way(call.to())) {
      path.add(new Step(hop.place(), "calls " + hop.display(), depth++));
    }
    path.add(new Step(event.get().place(), "waits here, still holding it", depth));
    found.put(event.get(), new LockedWait(event.get(), lock.display(), lock.acquired(), path));
  }
}
