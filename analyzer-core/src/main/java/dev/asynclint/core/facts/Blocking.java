package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Joins where code runs with what it waits for. */
final class Blocking {
  /**
   * On an event loop a file operation stalls connections however deep it is; on a CPU pool only one
   * that stands in the very function the pool is given, or in what it refers to, is worth a word.
   */
  private static final String FILE = "file";

  private static final String METADATA = "metadata";

  /** What is usually over soon is worth a word only where the way to it is sure. */
  static final Set<String> BRIEF = Set.of(FILE, METADATA, "url", "dns", "class-path", "archive");

  /**
   * What a method that promises an asynchronous result must not do on its caller's thread. Files,
   * queues and locks are left out: a short read, a bounded hand-over or a brief lock before the
   * real work starts is common and meant.
   */
  static final Set<String> BROKEN_PROMISE =
      Set.of(
          "sleep",
          "socket",
          "process",
          "database",
          "http",
          "rpc",
          "redis",
          "messaging",
          "transaction",
          "future",
          "publisher",
          "thread",
          "latch",
          "barrier",
          "task",
          "permit");

  /** Calls after which a helper is too far away to say that the promise is broken here. */
  private static final int NEAR = 4;

  private static final Comparator<Reach> BEST =
      Comparator.comparing((Reach reach) -> reach.permit() != null)
          .thenComparing(Reach::confidence)
          .thenComparing(Reach::context);

  private final Index index;
  private final Contexts contexts;
  private final Waiting waiting;
  private final Calls calls;
  private final Models models;
  private final LockPurpose purpose;
  private final FormalPromises promises;
  private final Permits permits;
  private final Starts starts;
  private final MethodNames names;

  /** By limits: several rules ask the same. */
  private final Map<Limits, List<BlockedThread>> known = new ConcurrentHashMap<>();

  /**
   * What is not worth a word.
   *
   * @param bound the longest bound of a wait
   * @param poll the longest time a call was measured to take
   */
  private record Limits(Duration bound, Duration poll) {}

  Blocking(
      Index index,
      Models models,
      Contexts contexts,
      Waiting waiting,
      Calls calls,
      Permits permits) {
    this.permits = permits;
    this.index = index;
    this.models = models;
    this.contexts = contexts;
    this.waiting = waiting;
    this.calls = calls;
    this.purpose = new LockPurpose(index, calls, models);
    this.promises = new FormalPromises(index, models);
    this.starts = new Starts(models, calls);
    this.names = models.methodNames();
  }

  /** Every thread that must not block and does so longer than a limit, once a call. */
  Stream<BlockedThread> all(Duration longest, Duration poll) {
    return known.computeIfAbsent(new Limits(longest, poll), this::find).stream();
  }

  private List<BlockedThread> find(Limits limits) {
    Stream<CallSite> breaking = waiting.all().filter(site -> breaksPromise(site, limits.bound()));
    Summaries summaries = new Summaries(calls, breaking.toList());
    return index.bodies().stream()
        .filter(contexts::isReached)
        .flatMap(body -> in(body, limits, summaries).stream())
        .toList();
  }

  /**
   * One file operation seldom comes alone: the first of a callable stands for all of them, one on
   * the contents before one on the metadata.
   */
  private List<BlockedThread> in(Body body, Limits limits, Summaries summaries) {
    List<BlockedThread> found = new ArrayList<>();
    for (CallSite site : body.sites) {
      Optional<BlockedThread> one = at(site, limits, summaries);
      if (one.isEmpty() || found.stream().anyMatch(f -> f.event() == one.get().event())) {
        continue;
      }
      boolean onFile = isOnFile(one.get());
      Optional<BlockedThread> earlier = found.stream().filter(this::isOnFile).findFirst();
      if (onFile && earlier.isPresent() && earlier.get().kind().equals(METADATA)) {
        found.remove(earlier.get());
        found.add(one.get());
      } else if (!onFile || earlier.isEmpty()) {
        found.add(one.get());
      }
    }
    return found;
  }

  private boolean breaksPromise(CallSite site, Duration longest) {
    return waiting
        .event(site)
        .filter(event -> BROKEN_PROMISE.contains(event.kind()) && event.longerThan(longest))
        .isPresent();
  }

  /** Whether a setting that the caller passes decides if the call happens at all. */
  private boolean isOptional(CallSite site) {
    for (Guard guard = site.guards; guard != null; guard = guard.outer()) {
      CallSite asked = models.values().resolve(site.body, guard.condition()).site();
      if (asked != null
          && models.values().resolve(asked.body, asked.receiver()).value() instanceof Value.Param) {
        return true;
      }
    }
    return false;
  }

  private boolean isOnFile(BlockedThread found) {
    return found.kind().equals(FILE) || found.kind().equals(METADATA);
  }

  private Optional<BlockedThread> at(CallSite site, Limits limits, Summaries summaries) {
    Optional<Reach> reach =
        contexts
            .of(site.body)
            .filter(r -> !contexts.guarded(site, r.context()))
            .filter(r -> !Switches.deny(r.way(List.of(site))))
            .min(BEST);
    if (reach.isEmpty()) {
      return Optional.empty();
    }
    Optional<Waiting.Event> own = own(site, reach.get().context(), limits);
    boolean promise = reach.get().context() == Context.CALLER;
    boolean farFile =
        own.filter(e -> e.kind().equals(FILE) || e.kind().equals(METADATA)).isPresent()
            && reach.get().context() == Context.CPU_POOL
            && reach.get().length() > 1;
    boolean unsure =
        own.filter(event -> BRIEF.contains(event.kind())).isPresent()
            && (reach.get().confidence() != Confidence.HIGH || isOptional(site));
    if (farFile || unsure) {
      return Optional.empty();
    }
    if (own.isPresent()) {
      boolean meant = !BROKEN_PROMISE.contains(own.get().kind()) || isTheResult(site);
      return promise && meant
          ? Optional.empty()
          : Optional.of(found(site, site, own.get(), reach.get(), List.of(), Confidence.HIGH));
    }
    Optional<BlockedThread> one =
        promise ? helper(site, reach.get(), summaries) : Optional.<BlockedThread>empty();
    return one.or(() -> whichever(site, reach.get(), summaries));
  }

  /** What a call does by itself; a poll is a matter of event loops alone. */
  private Optional<Waiting.Event> own(CallSite site, Context context, Limits limits) {
    Optional<Waiting.Event> event =
        waiting.event(site, limits.poll()).filter(e -> e.longerThan(limits.bound()));
    return event.isEmpty() && context == Context.EVENT_LOOP
        ? waiting.measured(site, limits.poll())
        : event;
  }

  /** Whether a method waits for the very future it returns, as for the next of a queue of them. */
  private boolean isTheResult(CallSite site) {
    return site.body.returned.stream()
        .anyMatch(value -> models.values().resolve(site.body, value).site() == site);
  }

  /** A call with several implementations that all block. */
  private Optional<BlockedThread> whichever(CallSite site, Reach reach, Summaries summaries) {
    List<Body> all = calls.choices(site);
    boolean sure =
        !all.isEmpty()
            && reach.confidence() != Confidence.LOW
            && all.stream().allMatch(body -> summaries.has(body) && !promisesItself(body));
    return sure ? led(site, all.get(0), reach, summaries, Confidence.MEDIUM) : Optional.empty();
  }

  /** A helper that blocks, called by a method that promises not to. */
  private Optional<BlockedThread> helper(CallSite site, Reach reach, Summaries summaries) {
    for (Calls.Call call : calls.from(site.body)) {
      if (call.site() == site && !call.to().callable.isClosure() && !promisesItself(call.to())) {
        if (summaries.has(call.to())) {
          return led(site, call.to(), reach, summaries, Confidence.HIGH);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<BlockedThread> led(
      CallSite site, Body to, Reach reach, Summaries summaries, Confidence atMost) {
    CallSite event = summaries.event(to).orElseThrow();
    List<CallSite> way = new ArrayList<>(List.of(site));
    way.addAll(summaries.way(to));
    List<CallSite> all = new ArrayList<>(way);
    all.add(event);
    if (way.size() > NEAR || isElsewhere(way, event) || Switches.deny(reach.way(all))) {
      return Optional.empty();
    }
    Waiting.Event what = waiting.event(event).orElseThrow();
    return Optional.of(found(site, event, what, reach, way, atMost));
  }

  /** Whether the wait happens once for good, or belongs to another method that promises itself. */
  private boolean isElsewhere(List<CallSite> way, CallSite event) {
    return Stream.concat(way.stream().skip(1), Stream.of(event))
        .anyMatch(hop -> purpose.fillsMemo(hop) || promisesItself(hop.body));
  }

  /**
   * Methods that others may call promise for themselves; private ones are part of their callers.
   */
  private boolean promisesItself(Body body) {
    return models.promises(body.callable.returns())
        && !body.callable.modifiers().contains("private");
  }

  /**
   * Whether the last call closes something, or a method on the way brings something to its end by a
   * method on the way.
   */
  private boolean isEnding(Reach reach, List<CallSite> way) {
    Stream<Body> links = Stream.iterate(reach, Objects::nonNull, Reach::from).map(Reach::body);
    return way.get(way.size() - 1).has(Effect.Flag.CLOSES)
        || Stream.concat(links, way.stream().map(site -> site.body)).anyMatch(names::isEnd);
  }

  private BlockedThread found(
      CallSite site,
      CallSite event,
      Waiting.Event what,
      Reach reach,
      List<CallSite> way,
      Confidence atMost) {
    List<Step> path = new ArrayList<>(reach.steps());
    for (CallSite hop : way) {
      path.add(new Step(hop.place(), "calls " + hop.display(), path.size()));
    }
    String last = what.waits() ? "waits here" : "blocks here";
    path.addAll(what.steps(event, last, path.size()));
    List<CallSite> further = new ArrayList<>(way);
    further.add(event);
    return new BlockedThread(
        site,
        event,
        what.waits(),
        what.kind(),
        what.timed(),
        BRIEF.contains(what.kind()),
        reach.context(),
        reach.confidence().and(atMost),
        reach.context() == Context.CALLER && promises.isFormal(reach.entry().body()),
        permits.words(permits.inside(further, reach.permit())),
        isEnding(reach, further) || starts.isPartOf(reach.entry().body()),
        path);
  }
}
