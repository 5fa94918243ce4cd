package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Effect.Where;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the signals of a chain come from, looking up to its source. Futures are chains too: "emits"
 * then means "completes".
 */
final class Emissions {
  private static final int DEPTH = 10;

  private final Index index;
  private final Models models;
  private final Executors executors;
  private final Closures closures;

  Emissions(Index index, Models models, Executors executors, Closures closures) {
    this.index = index;
    this.models = models;
    this.executors = executors;
    this.closures = closures;
  }

  /**
   * A pool that runs tasks on whoever hands them over: the caller of a site that starts work, but
   * for a callback the thread that completes what it waits for.
   */
  Spot on(Executors.Pool pool, CallSite site) {
    return switch (pool.context()) {
      case UNKNOWN -> Spot.UNKNOWN;
      case CALLER ->
          site.effect(Effect.Spawns.class).isPresent()
              ? new Spot.Within(site.body, site)
              : Spot.UNKNOWN;
      default -> new Spot.On(pool.context(), site);
    };
  }

  Spot where(CallSite site, Where where) {
    return switch (where.place()) {
      case CONTEXT ->
          where.context() == Context.CALLER ? Spot.SUBSCRIBER : new Spot.On(where.context(), site);
      case EXECUTOR -> on(executors.pool(site.body, site.operand(where.param())), site);
      case RECEIVER -> on(executors.pool(site.body, site.receiver()), site);
      case CALLER, SUBSCRIBER -> Spot.SUBSCRIBER;
      case OWNER -> new Spot.On(Context.EVENT_LOOP, site);
      case UPSTREAM, COMPLETER -> emission(site.body, site.receiver(), 1);
      case UNKNOWN -> Spot.UNKNOWN;
    };
  }

  /** Where a value's signals come, looking towards its source. */
  Spot emission(Body body, Value value, int depth) {
    Values.Ref ref = models.values().origin(body, value);
    if (depth > DEPTH) {
      return Spot.UNKNOWN;
    }
    if (ref.value() instanceof Value.Choice choice) {
      Set<Spot> all = new LinkedHashSet<>();
      choice.options().forEach(o -> all.add(emission(ref.body(), o, depth + 1)));
      return agreed(all);
    }
    CallSite site = ref.site();
    return site == null ? Spot.UNKNOWN : emission(site, depth);
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
      return before == Spot.SUBSCRIBER ? to : before;
    }
    Spot own = ownThread(site);
    if (own != Spot.UNKNOWN) {
      return own;
    }
    if (site.effect(Effect.Chains.class).isPresent()) {
      return joined(site, depth);
    }
    return site.has(Effect.Flag.COMPLETED) ? Spot.SUBSCRIBER : Spot.UNKNOWN;
  }

  /** The thread of a function that the site itself sends elsewhere, such as a supplier's. */
  private Spot ownThread(CallSite site) {
    Spot own = Spot.UNKNOWN;
    boolean continues = site.effect(Effect.Chains.class).isPresent();
    for (Effect.Runs runs : site.model().orElseThrow().effects(Effect.Runs.class).toList()) {
      switch (runs.where().place()) {
        case CONTEXT, EXECUTOR, RECEIVER -> own = where(site, runs.where());
        case SUBSCRIBER -> own = continues ? own : Spot.SUBSCRIBER;
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
    Set<Spot> parts = new LinkedHashSet<>();
    for (Effect.Chains chains : site.model().orElseThrow().effects(Effect.Chains.class).toList()) {
      boolean function =
          site.model().get().effects(Effect.Runs.class).anyMatch(r -> r.param() == chains.from());
      parts.add(
          function
              ? inner(site, chains.from(), depth)
              : emission(site.body, site.operand(chains.from()), depth + 1));
    }
    parts.remove(Spot.SUBSCRIBER);
    if (parts.isEmpty()) {
      return Spot.SUBSCRIBER;
    }
    return agreed(parts);
  }

  /** Where the chain emits that a function returns, or that an overload takes in its place. */
  private Spot inner(CallSite site, int param, int depth) {
    List<Body> functions = closures.bodies(site.body, site.operand(param));
    if (functions.isEmpty()) {
      return emission(site.body, site.operand(param), depth + 1);
    }
    Set<Spot> all = new LinkedHashSet<>();
    for (Body function : functions) {
      function.returned.forEach(value -> all.add(emission(function, value, depth + 2)));
    }
    return agreed(all);
  }

  /** Where the result of a method of the program emits. */
  private Spot returned(CallSite site, int depth) {
    List<Index.Callee> callees = index.callees(site);
    if (callees.size() != 1 || !models.isAsyncResult(site.type())) {
      return Spot.UNKNOWN;
    }
    Set<Spot> all = new LinkedHashSet<>();
    Body callee = callees.get(0).body();
    callee.returned.forEach(value -> all.add(emission(callee, value, depth + 2)));
    return agreed(all);
  }

  /** What all say: of several threads of one kind the first. */
  private static Spot agreed(Set<Spot> spots) {
    Spot first = spots.isEmpty() ? Spot.UNKNOWN : spots.iterator().next();
    boolean same =
        spots.stream()
            .allMatch(
                spot ->
                    spot.equals(first)
                        || (spot instanceof Spot.On one
                            && first instanceof Spot.On other
                            && one.context() == other.context()));
    return same ? first : Spot.UNKNOWN;
  }
}
