package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that keep a closure after they have returned. */
final class Keepers {
  private static final int DEPTH = 16;

  private final Values values;
  private final Closures closures;

  Keepers(Values values, Closures closures) {
    this.values = values;
    this.closures = closures;
  }

  /**
   * The call that keeps a closure, or the object of a method, until it runs later. Empty as well
   * when the method that makes the closure waits for its end.
   */
  Optional<CallSite> of(Body entry) {
    Set<Closures.Use> uses = closures.of(entry);
    return uses.stream()
        .filter(use -> runsLater(use.runs()))
        .map(Closures.Use::site)
        .filter(site -> uses.stream().noneMatch(use -> use.site() == site && runsNow(use.runs())))
        .filter(site -> !endsWithin(site) && !isAwaited(site))
        .findFirst();
  }

  private static boolean runsLater(Effect.Runs runs) {
    if (runs == null) {
      return false;
    }
    return switch (runs.where().place()) {
      case CONTEXT, EXECUTOR, RECEIVER, OWNER, COMPLETER, UPSTREAM, SUBSCRIBER -> true;
      case CALLER, UNKNOWN -> false;
    };
  }

  private static boolean runsNow(Effect.Runs runs) {
    return runs == null || (runs.where().place() == Effect.Where.Place.CALLER && !runs.lazily());
  }

  /** Whether the closure has run when the call returns. */
  private static boolean endsWithin(CallSite site) {
    boolean inBulk =
        site.effect(Effect.Iterates.class).isPresent()
            && site.effect(Effect.Chains.class).isEmpty();
    return inBulk
        || site.effect(Effect.Blocks.class).isPresent()
        || site.effect(Effect.Waits.class).isPresent();
  }

  /** Whether the body that makes a call waits for its result, or may do so. */
  private boolean isAwaited(CallSite keeper) {
    return keeper.body.sites.stream()
        .filter(site -> site != keeper)
        .filter(site -> leadsTo(site, keeper) || takes(site, keeper))
        .anyMatch(site -> site.model().isEmpty() || site.effect(Effect.Waits.class).isPresent());
  }

  private boolean takes(CallSite site, CallSite keeper) {
    return site.args().stream()
        .map(arg -> values.resolve(site.body, arg).site())
        .anyMatch(made -> made != null && (made == keeper || leadsTo(made, keeper)));
  }

  /** Whether a call stands further down the chain of another. */
  private boolean leadsTo(CallSite site, CallSite start) {
    return receivers(site).contains(start);
  }

  /** The calls whose results are the receivers, nearest first. */
  private List<CallSite> receivers(CallSite site) {
    List<CallSite> found = new ArrayList<>();
    CallSite at = values.resolve(site.body, site.receiver()).site();
    for (int depth = 0; at != null && depth < DEPTH; depth++) {
      found.add(at);
      at = values.resolve(at.body, at.receiver()).site();
    }
    return found;
  }

  /** A call with those before and after it on the same chain. */
  List<CallSite> chain(CallSite keeper) {
    List<CallSite> chain = new ArrayList<>(receivers(keeper));
    chain.add(keeper);
    keeper.body.sites.stream().filter(site -> leadsTo(site, keeper)).forEach(chain::add);
    return chain;
  }

  /** The closures a value stands for. */
  List<Body> bodies(Body from, Value value) {
    return closures.bodies(from, value);
  }
}
