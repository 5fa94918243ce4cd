package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
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
  private final Emissions emissions;
  private final Closures closures;
  private final Map<CallSite, Set<Body>> returning = new HashMap<>();

  Chains(Index index, Models models, Executors executors, Closures closures) {
    this.index = index;
    this.models = models;
    this.executors = executors;
    this.closures = closures;
    this.emissions = new Emissions(index, models, executors, closures);
    for (Body body : index.bodies()) {
      body.sites.forEach(this::link);
      for (Value value : body.returned) {
        CallSite made = models.values().site(body, value);
        if (made != null) {
          returning.computeIfAbsent(made, m -> new HashSet<>()).add(body);
        }
      }
    }
  }

  private void link(CallSite site) {
    CallSite from = models.values().site(site.body, site.receiver());
    if (from != null) {
      from.next = Body.with(from.next, site);
    }
    for (Value arg : site.args()) {
      CallSite made = models.values().site(site.body, arg);
      if (made != null) {
        made.takers = Body.with(made.takers, site);
      }
    }
    for (Index.Callee callee : index.callees(site)) {
      callee.body().callers = Body.with(callee.body().callers, site);
    }
  }

  /** Calls made on the result of a call. */
  List<CallSite> next(CallSite site) {
    return site.next;
  }

  /** Where a closure is run by one of its uses; nowhere that is known when it is invoked there. */
  List<Spot> spots(Closures.Use use) {
    return use.runs() == null ? List.of() : spots(use.site(), use.runs());
  }

  /** Where the argument a site runs is run. */
  List<Spot> spots(CallSite site, Effect.Runs runs) {
    Spot spot =
        switch (runs.where().place()) {
          case CONTEXT -> new Spot.On(runs.where().context(), site);
          case CALLER -> new Spot.Within(site.body, site);
          case EXECUTOR -> given(site, runs.where().param());
          case RECEIVER -> emissions.on(executors.pool(site.body, site.receiver()), site);
          case OWNER -> new Spot.On(Context.EVENT_LOOP, site);
          case UPSTREAM -> emissions.emission(site.body, site.receiver(), 0);
          case COMPLETER -> completer(site);
          case SUBSCRIBER -> Spot.SUBSCRIBER;
          case UNKNOWN -> Spot.UNKNOWN;
        };
    return spot == Spot.SUBSCRIBER ? subscribed(site, 0, new HashSet<>()) : List.of(spot);
  }

  /** A direct executor beside a future means its completer's thread, which is not known here. */
  private Spot given(CallSite site, int param) {
    Spot spot = emissions.on(executors.pool(site.body, site.operand(param)), site);
    return spot instanceof Spot.Within ? Spot.UNKNOWN : spot;
  }

  /** Whether the executor a site is given may be any. */
  boolean maybeElsewhere(CallSite site, Effect.Runs runs) {
    return runs.where().place() == Effect.Where.Place.EXECUTOR
        && executors.isOpaque(site.body, site.operand(runs.where().param()));
  }

  private Spot completer(CallSite site) {
    Spot spot = emissions.emission(site.body, site.receiver(), 0);
    return spot == Spot.SUBSCRIBER ? new Spot.Within(site.body, site) : spot;
  }

  /** Who subscribes to what a site makes, looking towards the end of its chain. */
  private List<Spot> subscribed(CallSite site, int depth, Set<CallSite> seen) {
    if (depth > DEPTH || !seen.add(site)) {
      return List.of(Spot.UNKNOWN);
    }
    List<Spot> found = new ArrayList<>();
    for (CallSite next : site.next) {
      found.addAll(downstream(next, Effect.RECEIVER, depth, seen));
    }
    for (CallSite taker : site.takers) {
      int position = position(taker, site);
      found.addAll(downstream(taker, position, depth, seen));
    }
    boolean alsoShifted = site.next.stream().anyMatch(Chains::shiftsUpstream);
    for (Body body : returning.getOrDefault(site, Set.of())) {
      found.addAll(alsoShifted ? List.of(Spot.UNKNOWN) : handedOut(body, depth, seen));
    }
    return found.isEmpty() ? List.of(Spot.UNKNOWN) : found;
  }

  /** One path of a method moves the subscription and another does not: the caller's choice. */
  private static boolean shiftsUpstream(CallSite next) {
    return next.effect(Effect.Shifts.class).filter(Effect.Shifts::upstream).isPresent();
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
      Spot to = emissions.where(next, shift.get().to());
      return to == Spot.SUBSCRIBER ? subscribed(next, depth + 1, seen) : List.of(to);
    }
    boolean joins = has(next, Effect.Joins.class, j -> j.param() == as);
    boolean chains = has(next, Effect.Chains.class, c -> c.from() == as);
    if (chains && !joins && as != Effect.RECEIVER && !(next.receiver() instanceof Value.TypeName)) {
      Spot before = emissions.emission(next.body, next.receiver(), depth + 1);
      return before == Spot.SUBSCRIBER ? subscribed(next, depth + 1, seen) : List.of(before);
    }
    if (chains || joins || (as == Effect.RECEIVER && models.tagged(next.type(), "publisher"))) {
      return subscribed(next, depth + 1, seen);
    }
    if (as == Effect.RECEIVER && next.model().isPresent()) {
      return List.of(new Spot.Within(next.body, next));
    }
    return List.of(Spot.UNKNOWN);
  }

  private static <E extends Effect> boolean has(CallSite site, Class<E> kind, Predicate<E> test) {
    return site.model().map(m -> m.effects(kind).anyMatch(test)).orElse(false);
  }

  private List<Spot> handedOut(Body body, int depth, Set<CallSite> seen) {
    if (body.callable.kind() == Callable.Kind.LAMBDA
        || body.callable.kind() == Callable.Kind.METHOD_REFERENCE) {
      return closures.of(body).isEmpty()
          ? List.of(Spot.UNKNOWN)
          : List.of(new Spot.Within(body, closures.of(body).iterator().next().site()));
    }
    List<CallSite> calls = body.callers;
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
