package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Calls that start work which runs on without them, and what limits how much runs at a time. */
final class Spawning {
  private static final int DEPTH = 3;
  static final Set<String> REMOTE =
      Set.of("database", "http", "rpc", "redis", "messaging", "search", "cloud", "socket");

  private final Index index;
  private final Models models;
  private final Executors executors;
  private final Closures closures;

  Spawning(Index index, Models models, Executors executors, Closures closures) {
    this.index = index;
    this.models = models;
    this.executors = executors;
    this.closures = closures;
  }

  /**
   * What each round of a loop around this call adds without a bound: a thread, or a request in
   * flight. Empty when the call starts nothing or its executor limits it.
   */
  Optional<Started> unlimited(CallSite site) {
    Optional<Effect.Spawns> spawns = site.effect(Effect.Spawns.class);
    if (spawns.isEmpty()) {
      return Optional.empty();
    }
    Optional<Effect.Runs> runs = site.effect(Effect.Runs.class);
    Executors.Pool pool =
        runs.isPresent()
            ? pool(site, runs.get().where())
            : executors.pool(site.body, site.receiver());
    if (pool.context() == Context.VIRTUAL_THREAD) {
      return Optional.of(Started.VIRTUAL_THREAD);
    }
    if (pool.context() == Context.DEDICATED_THREAD
        || pool.size().kind() == Effect.Amount.Kind.UNBOUNDED) {
      return Optional.of(
          runs.isPresent() && !ownsThread(runs.get()) ? Started.POOL_THREAD : Started.THREAD);
    }
    if (pool.context() == Context.CPU_POOL) {
      return Optional.of(Started.QUEUED_TASK);
    }
    if (models.tagged(site.receiverType(), "publisher")) {
      CallSite source = models.values().resolve(site.body, site.receiver()).site();
      boolean counted = source != null && source.effect(Effect.Spawns.class).isPresent();
      return counted ? Optional.empty() : Optional.of(Started.SUBSCRIPTION);
    }
    boolean later = models.isAsyncResult(site.type());
    return later && runs.isEmpty() ? Optional.of(Started.REQUEST) : Optional.empty();
  }

  /** Whether the call starts the thread itself instead of asking an executor for one. */
  private static boolean ownsThread(Effect.Runs runs) {
    return runs.where().place() == Effect.Where.Place.CONTEXT;
  }

  private Executors.Pool pool(CallSite site, Effect.Where where) {
    return switch (where.place()) {
      case CONTEXT ->
          new Executors.Pool(where.context(), Effect.Amount.UNSTATED, Effect.Amount.UNSTATED);
      case EXECUTOR -> executors.pool(site.body, site.operand(where.param()));
      case RECEIVER -> executors.pool(site.body, site.receiver());
      default -> Executors.Pool.UNKNOWN;
    };
  }

  /** Whether a future's function runs on the common pool for want of an executor. */
  boolean takesCommonPool(CallSite site) {
    boolean common =
        site.effect(Effect.Runs.class)
            .map(Effect.Runs::where)
            .filter(where -> where.context() == Context.CPU_POOL)
            .isPresent();
    return common
        && models.isAsyncResult(site.type())
        && models
            .knowledge()
            .member(
                models.types(),
                site.model().orElseThrow().owner(),
                site.name(),
                site.args().size() + 1)
            .stream()
            .flatMap(member -> member.effects(Effect.Runs.class))
            .anyMatch(runs -> runs.where().place() == Effect.Where.Place.EXECUTOR);
  }

  /** Whether a closure that a call starts takes a permit itself. */
  boolean limitedInside(CallSite site) {
    return site.model().stream()
        .flatMap(member -> member.effects(Effect.Runs.class))
        .flatMap(runs -> closures.bodies(site.body, site.operand(runs.param())).stream())
        .flatMap(closure -> closure.sites.stream())
        .anyMatch(
            inner ->
                inner
                    .effect(Effect.Acquires.class)
                    .filter(acquires -> acquires.held() == Effect.Held.PERMIT)
                    .isPresent());
  }

  /** Whether an operator subscribes to a publisher per item without a concurrency of its own. */
  boolean fansOutFreely(CallSite site, int limit) {
    Optional<Effect.FansOut> fans = site.effect(Effect.FansOut.class);
    if (fans.isEmpty() || !models.tagged(site.receiverType(), "multi")) {
      return false;
    }
    if (fans.get().concurrency() == Effect.NOTHING) {
      return true;
    }
    Value stated = site.operand(fans.get().concurrency());
    return models.values().number(site.body, stated).orElse(0) > limit;
  }

  /** The first remote call the functions given to a site make, themselves or nearby. */
  Optional<CallSite> remoteCall(CallSite site) {
    return site.model().stream()
        .flatMap(member -> member.effects(Effect.Runs.class))
        .flatMap(runs -> closures.bodies(site.body, site.operand(runs.param())).stream())
        .map(closure -> remoteIn(closure, 0, new HashSet<>()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<CallSite> remoteIn(Body body, int depth, Set<Body> seen) {
    if (depth > DEPTH || !seen.add(body)) {
      return Optional.empty();
    }
    for (CallSite site : body.sites) {
      boolean remote =
          models.tagged(site.receiverType(), "client")
              || site.effect(Effect.Blocks.class)
                  .filter(blocks -> REMOTE.contains(blocks.kind()))
                  .isPresent();
      if (remote) {
        return Optional.of(site);
      }
    }
    for (Body inner : index.closures(body)) {
      Optional<CallSite> found = remoteIn(inner, depth + 1, seen);
      if (found.isPresent()) {
        return found;
      }
    }
    for (CallSite site : body.sites) {
      for (Index.Callee callee : index.callees(site)) {
        Optional<CallSite> found =
            callee.confidence() == Confidence.HIGH
                ? remoteIn(callee.body(), depth + 1, seen)
                : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
