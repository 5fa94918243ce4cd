package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Effect.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Walks operator chains: where a stage's signals come from (up to its source) and where it is
 * subscribed (down to its end, through the methods that return it).
 *
 * <p>Futures are chains too: "emits" then means "completes".
 */
final class Chains {
  private static final int DEPTH = 10;

  private final Index index;
  private final Models models;
  private final Executors executors;
  private final Closures closures;
  private final Map<CallSite, List<CallSite>> receivers = new HashMap<>();
  private final Map<CallSite, List<CallSite>> arguments = new HashMap<>();
  private final Map<Body, List<CallSite>> callers = new HashMap<>();
  private final Map<CallSite, Set<Body>> returning = new HashMap<>();

  /** Where something runs, in the end. */
  sealed interface Spot {
    /** On threads of a kind. */
    record On(Context context, CallSite because) implements Spot {}

    /** On the thread that runs another body. */
    record Within(Body body, CallSite because) implements Spot {}

    /** On the thread of whoever uses the asynchronous result a method returns. */
    record Promised(Body method) implements Spot {}

    /** On the thread that subscribes; only as an intermediate answer. */
    record Subscriber() implements Spot {}

    /** Not known, or never. */
    record Unknown() implements Spot {}
  }

  private static final Spot UNKNOWN = new Spot.Unknown();
  private static final Spot SUBSCRIBER = new Spot.Subscriber();

  Chains(Index index, Models models, Executors executors, Closures closures) {
    this.index = index;
    this.models = models;
    this.executors = executors;
    this.closures = closures;
    for (Body body : index.bodies()) {
      body.sites.forEach(this::link);
      for (Value value : body.returned) {
        CallSite made = models.values().resolve(body, value).site();
        if (made != null) {
          returning.computeIfAbsent(made, m -> new HashSet<>()).add(body);
        }
      }
    }
  }

  private void link(CallSite site) {
    CallSite from = models.values().resolve(site.body, site.receiver()).site();
    if (from != null) {
      receivers.computeIfAbsent(from, f -> new ArrayList<>(1)).add(site);
    }
    for (Value arg : site.args()) {
      CallSite made = models.values().resolve(site.body, arg).site();
      if (made != null) {
        arguments.computeIfAbsent(made, m -> new ArrayList<>(1)).add(site);
      }
    }
    index
        .callees(site)
        .forEach(c -> callers.computeIfAbsent(c.body(), b -> new ArrayList<>(1)).add(site));
  }

  List<CallSite> callers(Body method) {
    return callers.getOrDefault(method, List.of());
  }

  /** Calls made on the result of a call. */
  List<CallSite> next(CallSite site) {
    return receivers.getOrDefault(site, List.of());
  }

  /** Where the argument a site runs is run. */
  List<Spot> spots(CallSite site, Effect.Runs runs) {
    Spot spot =
        switch (runs.where().place()) {
          case CONTEXT -> new Spot.On(runs.where().context(), site);
          case CALLER -> new Spot.Within(site.body, site);
          case EXECUTOR -> on(executors.pool(site.body, site.operand(runs.where().param())), site);
          case RECEIVER -> on(executors.pool(site.body, site.receiver()), site);
          case OWNER -> new Spot.On(Context.EVENT_LOOP, site);
          case UPSTREAM -> emission(site.body, site.receiver(), 0);
          case COMPLETER -> completer(site);
          case SUBSCRIBER -> SUBSCRIBER;
          case UNKNOWN -> UNKNOWN;
        };
    return spot == SUBSCRIBER ? subscribed(site, 0, new HashSet<>()) : List.of(spot);
  }

  private Spot completer(CallSite site) {
    Spot spot = emission(site.body, site.receiver(), 0);
    return spot == SUBSCRIBER ? new Spot.Within(site.body, site) : spot;
  }

  private Spot on(Executors.Pool pool, CallSite site) {
    return switch (pool.context()) {
      case UNKNOWN -> UNKNOWN;
      case CALLER -> new Spot.Within(site.body, site);
      default -> new Spot.On(pool.context(), site);
    };
  }

  private Spot where(CallSite site, Where where) {
    return switch (where.place()) {
      case CONTEXT ->
          where.context() == Context.CALLER ? SUBSCRIBER : new Spot.On(where.context(), site);
      case EXECUTOR -> on(executors.pool(site.body, site.operand(where.param())), site);
      case RECEIVER -> on(executors.pool(site.body, site.receiver()), site);
      case CALLER, SUBSCRIBER -> SUBSCRIBER;
      case OWNER -> new Spot.On(Context.EVENT_LOOP, site);
      case UPSTREAM, COMPLETER -> emission(site.body, site.receiver(), 1);
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Where a value's signals come, looking towards its source. */
  Spot emission(Body body, Value value, int depth) {
    Values.Ref ref = models.values().origin(body, value);
    if (depth > DEPTH) {
      return UNKNOWN;
    }
    if (ref.value() instanceof Value.Choice choice) {
      Set<Spot> all = new HashSet<>();
      choice.options().forEach(o -> all.add(emission(ref.body(), o, depth + 1)));
      return all.size() == 1 ? all.iterator().next() : UNKNOWN;
    }
    CallSite site = ref.site();
    return site == null ? UNKNOWN : emission(site, depth);
  }

  private Spot emission(CallSite site, int depth) {
    if (site.model().isEmpty()) {
      return returned(site, depth);
    }
    Optional<Effect.Emits> emits = site.effect(Effect.Emits.class);
    if (emits.isPresent()) {
      return where(site, emits.get().where());
    }
    Optional<Effect.Shifts> shift = site.effect(Effect.Shifts.class);
    if (shift.isPresent()) {
      Spot to = where(site, shift.get().to());
      if (!shift.get().upstream()) {
        return to;
      }
      Spot before = emission(site.body, site.receiver(), depth + 1);
      return before == SUBSCRIBER ? to : before;
    }
    Spot own = ownThread(site);
    if (own != UNKNOWN) {
      return own;
    }
    if (site.effect(Effect.Chains.class).isPresent()) {
      return joined(site, depth);
    }
    return site.has(Effect.Flag.COMPLETED) ? SUBSCRIBER : UNKNOWN;
  }

  /** The thread of a function that the site itself sends elsewhere, such as a supplier's. */
  private Spot ownThread(CallSite site) {
    Spot own = UNKNOWN;
    boolean continues = site.effect(Effect.Chains.class).filter(c -> c.from() >= 0).isPresent();
    for (Effect.Runs runs : site.model().orElseThrow().effects(Effect.Runs.class).toList()) {
      switch (runs.where().place()) {
        case CONTEXT, EXECUTOR, RECEIVER -> own = where(site, runs.where());
        case SUBSCRIBER -> own = continues ? own : SUBSCRIBER;
        default -> {}
      }
    }
    return own;
  }

  /**
   * Where the parts of a stage emit: its receiver, other chains it takes, and chains its functions
   * return. One that emits on its subscriber's thread adds nothing; two that differ leave it open.
   */
  private Spot joined(CallSite site, int depth) {
    Set<Spot> parts = new HashSet<>();
    for (Effect.Chains chains : site.model().orElseThrow().effects(Effect.Chains.class).toList()) {
      boolean function =
          site.model().get().effects(Effect.Runs.class).anyMatch(r -> r.param() == chains.from());
      parts.add(
          function
              ? inner(site, chains.from(), depth)
              : emission(site.body, site.operand(chains.from()), depth + 1));
    }
    parts.remove(SUBSCRIBER);
    if (parts.isEmpty()) {
      return SUBSCRIBER;
    }
    return parts.size() == 1 ? parts.iterator().next() : UNKNOWN;
  }

  /** Where the chain emits that a function returns. */
  private Spot inner(CallSite site, int param, int depth) {
    List<Body> functions = closures.bodies(site.body, site.operand(param));
    Set<Spot> all = new HashSet<>();
    for (Body function : functions) {
      function.returned.forEach(value -> all.add(emission(function, value, depth + 2)));
    }
    return all.size() == 1 ? all.iterator().next() : UNKNOWN;
  }

  /** Where the result of a method of the program emits. */
  private Spot returned(CallSite site, int depth) {
    List<Index.Callee> callees = index.callees(site);
    if (callees.size() != 1 || !models.isAsyncResult(site.type())) {
      return UNKNOWN;
    }
    Set<Spot> all = new HashSet<>();
    Body callee = callees.get(0).body();
    callee.returned.forEach(value -> all.add(emission(callee, value, depth + 2)));
    return all.size() == 1 ? all.iterator().next() : UNKNOWN;
  }

  /** Who subscribes to what a site makes, looking towards the end of its chain. */
  private List<Spot> subscribed(CallSite site, int depth, Set<CallSite> seen) {
    if (depth > DEPTH || !seen.add(site)) {
      return List.of(UNKNOWN);
    }
    List<Spot> found = new ArrayList<>();
    for (CallSite next : receivers.getOrDefault(site, List.of())) {
      found.addAll(downstream(next, Effect.RECEIVER, depth, seen));
    }
    for (CallSite taker : arguments.getOrDefault(site, List.of())) {
      int position = position(taker, site);
      found.addAll(downstream(taker, position, depth, seen));
    }
    for (Body body : returning.getOrDefault(site, Set.of())) {
      found.addAll(handedOut(body, depth, seen));
    }
    return found.isEmpty() ? List.of(UNKNOWN) : found;
  }

  private int position(CallSite taker, CallSite made) {
    for (int i = 0; i < taker.args().size(); i++) {
      if (models.values().resolve(taker.body, taker.args().get(i)).site() == made) {
        return i;
      }
    }
    return Effect.NOTHING;
  }

  private List<Spot> downstream(CallSite next, int as, int depth, Set<CallSite> seen) {
    Optional<Effect.Shifts> shift = next.effect(Effect.Shifts.class);
    if (as == Effect.RECEIVER && shift.isPresent() && shift.get().upstream()) {
      Spot to = where(next, shift.get().to());
      return to == SUBSCRIBER ? subscribed(next, depth + 1, seen) : List.of(to);
    }
    boolean joins = has(next, Effect.Joins.class, j -> j.param() == as);
    boolean chains = has(next, Effect.Chains.class, c -> c.from() == as);
    if (chains && !joins && as != Effect.RECEIVER && !(next.receiver() instanceof Value.TypeName)) {
      Spot before = emission(next.body, next.receiver(), depth + 1);
      return before == SUBSCRIBER ? subscribed(next, depth + 1, seen) : List.of(before);
    }
    if (chains || joins || (as == Effect.RECEIVER && models.tagged(next.type(), "publisher"))) {
      return subscribed(next, depth + 1, seen);
    }
    if (as == Effect.RECEIVER && next.model().isPresent()) {
      return List.of(new Spot.Within(next.body, next));
    }
    return List.of(UNKNOWN);
  }

  private static <E extends Effect> boolean has(CallSite site, Class<E> kind, Predicate<E> test) {
    return site.model().map(m -> m.effects(kind).anyMatch(test)).orElse(false);
  }

  private List<Spot> handedOut(Body body, int depth, Set<CallSite> seen) {
    if (body.callable.kind() == Callable.Kind.LAMBDA
        || body.callable.kind() == Callable.Kind.METHOD_REFERENCE) {
      return closures.of(body).isEmpty()
          ? List.of(UNKNOWN)
          : List.of(new Spot.Within(body, closures.of(body).iterator().next().site()));
    }
    List<CallSite> calls = callers.getOrDefault(body, List.of());
    if (calls.isEmpty()) {
      return List.of(new Spot.Promised(body));
    }
    List<Spot> found = new ArrayList<>();
    for (CallSite call : calls) {
      found.addAll(subscribed(call, depth + 1, seen));
    }
    return found;
  }
}
