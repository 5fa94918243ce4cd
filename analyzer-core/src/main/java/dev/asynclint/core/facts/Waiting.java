package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which calls keep their thread, for what, and for how long at most. */
final class Waiting {
  /** Kinds whose operations block only if what is behind the receiver does. */
  private static final Set<String> THROUGH = Set.of("stream", "channel");

  private final Models models;
  private final Timeouts timeouts;
  private final Completed completed;
  private final External external;
  private final Lazy<List<CallSite>> all;

  /**
   * A call that keeps its thread.
   *
   * @param waits for work of this program rather than for something outside it
   * @param kind the kind in the knowledge file
   * @param bound longest time stated by a literal; empty when unbounded or not a literal
   * @param timed whether some bound is stated, by a literal or not
   * @param beyond the way from the call to the wait where it lies outside the program; else empty
   */
  record Event(
      boolean waits, String kind, Optional<Duration> bound, boolean timed, List<String> beyond) {
    Event(boolean waits, String kind, Optional<Duration> bound, boolean timed) {
      this(waits, kind, bound, timed, List.of());
    }

    /** The last steps of a path: the call and, where it leaves the program, what is known. */
    List<Step> steps(CallSite site, String here, int depth) {
      if (beyond.isEmpty()) {
        return List.of(new Step(site.place(), here, depth));
      }
      List<Step> steps = new ArrayList<>();
      steps.add(new Step(site.place(), "calls " + site.display() + " of another module", depth));
      for (String step : beyond) {
        steps.add(new Step(site.place(), step, depth + steps.size()));
      }
      return steps;
    }

    boolean longerThan(Duration limit) {
      return bound.isEmpty() || bound.get().compareTo(limit) > 0;
    }
  }

  Waiting(Models models, Completed completed, External external, List<CallSite> sites) {
    this.all = new Lazy<>(() -> sites.stream().filter(site -> event(site).isPresent()).toList());
    this.models = models;
    this.timeouts = new Timeouts(models.values());
    this.completed = completed;
    this.external = external;
  }

  /** Every call that is an event, in source order within each file. */
  Stream<CallSite> all() {
    return all.get().stream();
  }

  /** The event a call is; empty when it certainly is none or too little is known. */
  Optional<Event> event(CallSite site) {
    Optional<Event> known = site.event;
    if (known == null) {
      known = find(site);
      site.event = known;
    }
    return known;
  }

  private Optional<Event> find(CallSite site) {
    if (site.model().isEmpty()) {
      return external
          .wait(site)
          .map(one -> new Event(one.waits(), one.kind(), one.bound(), one.timed(), one.way()));
    }
    if (site.has(Effect.Flag.NEVER_BLOCKS)) {
      return Optional.empty();
    }
    Optional<Effect.Waits> waits = site.effect(Effect.Waits.class);
    if (waits.isPresent()) {
      return completed.isDone(site) || hasRoom(site)
          ? Optional.empty()
          : Optional.of(event(site, true, waits.get().kind(), waits.get().timeout()));
    }
    Optional<Effect.Blocks> blocks = site.effect(Effect.Blocks.class);
    boolean later = models.isAsyncResult(site.type());
    if (blocks.isEmpty() || later || inMemory(site.body, site.receiver(), site.receiverType(), 0)) {
      return Optional.empty();
    }
    String kind = blocks.get().kind();
    if (THROUGH.contains(kind)) {
      Optional<String> source = source(site.body, site.receiver(), 0);
      return source.map(found -> new Event(false, found, Optional.empty(), false));
    }
    if (site.isNew() && site.args().stream().anyMatch(arg -> inMemory(site.body, arg, "", 0))) {
      return Optional.empty();
    }
    return Optional.of(event(site, false, kind, blocks.get().timeout()));
  }

  /** The event of a call that counts when it is longer than a poll may take. */
  Optional<Event> event(CallSite site, Duration poll) {
    return event(site).filter(event -> !site.isOverWithin(poll));
  }

  /** The event of a call that may wait and was measured to take longer than a poll in any case. */
  Optional<Event> measured(CallSite site, Duration poll) {
    Optional<Effect.MaybeBlocks> maybe = site.effect(Effect.MaybeBlocks.class);
    boolean costs = site.effect(Effect.Measured.class).isPresent() && !site.isOverWithin(poll);
    return maybe
        .filter(blocks -> costs && !site.has(Effect.Flag.COSTS_CPU))
        .filter(blocks -> !inMemory(site.body, site.receiver(), site.receiverType(), 0))
        .map(blocks -> new Event(false, blocks.kind(), Optional.empty(), false));
  }

  private Event event(CallSite site, boolean waits, String kind, int timeout) {
    return new Event(waits, kind, bound(site, timeout), timeout != Effect.NOTHING);
  }

  private Optional<Duration> bound(CallSite site, int timeout) {
    return timeout == Effect.NOTHING ? Optional.empty() : timeouts.bound(site, timeout);
  }

  /** Whether an item is put into something that takes any number of them, whatever its type is. */
  private boolean hasRoom(CallSite site) {
    if (!site.has(Effect.Flag.ENQUEUES)) {
      return false;
    }
    CallSite made = models.values().origin(site.body, site.receiver()).site();
    return made != null && made.has(Effect.Flag.QUEUES_UNBOUNDED);
  }

  /** Whether a stream never leaves memory, also through wrappers around it. */
  private boolean inMemory(Body body, Value value, String type, int depth) {
    if (!type.isEmpty() && models.tagged(type, "in-memory")) {
      return true;
    }
    Values.Ref ref = models.values().origin(body, value);
    CallSite made = ref.site();
    if (made == null || depth > 4) {
      return false;
    }
    return models.tagged(made.type(), "in-memory")
        || (made.isNew()
            && made.args().stream().anyMatch(arg -> inMemory(ref.body(), arg, "", depth + 1)));
  }

  /** What is behind a stream: the kind of the call that opened it, through wrappers around it. */
  private Optional<String> source(Body body, Value value, int depth) {
    Values.Ref ref = models.values().origin(body, value);
    CallSite made = ref.site();
    if (made == null || depth > 4) {
      return Optional.empty();
    }
    Optional<Effect.Blocks> opened = made.effect(Effect.Blocks.class);
    if (opened.isPresent() && !THROUGH.contains(opened.get().kind())) {
      return Optional.of(opened.get().kind());
    }
    if (!made.isNew()) {
      return Optional.empty();
    }
    for (Value arg : made.args()) {
      Optional<String> found = source(ref.body(), arg, depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
