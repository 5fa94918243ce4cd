package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the future a call waits for is complete when it waits. Errs towards "complete": a wait
 * that may be harmless is not reported.
 */
final class Completed {
  private static final int NEVER = Integer.MAX_VALUE;

  private final Values values;
  private final Closures closures;
  private final Models models;
  private final CompletionGuards guards;

  /** By callable; rules ask from any thread. */
  private final Map<Body, Earliest> waits = new ConcurrentHashMap<>();

  /**
   * Where the first waits of a callable stand.
   *
   * @param byKey offset of the first wait for each access path
   * @param joined offset of the first wait for a joined future, or {@link #NEVER}
   */
  private record Earliest(Map<String, Integer> byKey, int joined) {}

  Completed(Models models, Closures closures) {
    this.models = models;
    this.values = models.values();
    this.closures = closures;
    this.guards = new CompletionGuards(values);
  }

  /** Whether nothing is left to wait for at a call with a {@link Effect.Waits}. */
  boolean isDone(CallSite wait) {
    Values.Ref awaited = values.resolve(wait.body, wait.receiver());
    return complete(awaited, 0) || guarded(wait) || afterWait(wait) || inCompletion(wait, awaited);
  }

  private boolean complete(Values.Ref ref, int depth) {
    CallSite made = ref.site();
    if (made != null && made.target() instanceof Target.Unknown && !made.isNew()) {
      return true;
    }
    if (made != null && made.has(Effect.Flag.READS) && depth < 4) {
      return complete(values.resolve(made.body, made.receiver()), depth + 1);
    }
    if (made != null) {
      boolean done = made.has(Effect.Flag.COMPLETED);
      boolean fromWait = made.effect(Effect.Waits.class).isPresent();
      boolean stage = made.effect(Effect.Chains.class).isPresent() && depth < 4;
      return done
          || fromWait
          || (stage
              && isInline(made)
              && complete(values.resolve(made.body, made.receiver()), depth + 1));
    }
    return ref.value() instanceof Value.Element element
        && depth < 4
        && complete(values.resolve(ref.body(), element.array()), depth + 1);
  }

  /** A stage that runs nothing elsewhere, so that it is complete when its source is. */
  private static boolean isInline(CallSite stage) {
    return stage
        .model()
        .map(
            m ->
                m.effects(Effect.Runs.class)
                    .allMatch(
                        runs ->
                            runs.where().place() == Effect.Where.Place.COMPLETER
                                || runs.where().place() == Effect.Where.Place.CALLER))
        .orElse(false);
  }

  private boolean guarded(CallSite wait) {
    String key = values.key(wait.body, wait.receiver());
    for (Guard guard = wait.guards; guard != null; guard = guard.outer()) {
      CallSite asked = values.answer(wait.body, guard.condition(), guard.holds()).site();
      if (asked == null || !values.key(asked.body, asked.receiver()).equals(key)) {
        continue;
      }
      if (guards.tells(asked, guard.holds())) {
        return true;
      }
    }
    return false;
  }

  /**
   * After a wait for a joined future in the same callable its parts are complete; after a wait for
   * the same future it is complete itself.
   */
  private boolean afterWait(CallSite wait) {
    String key = values.key(wait.body, wait.receiver());
    int here = wait.op.origin().anchor();
    for (Body body = wait.body; body != null; body = body.enclosing) {
      Earliest earliest = waits.computeIfAbsent(body, this::earliest);
      boolean same = earliest.byKey.getOrDefault(key, NEVER) < here;
      if ((same && !isLoopLocal(wait)) || earliest.joined < here) {
        return true;
      }
    }
    return false;
  }

  private Earliest earliest(Body body) {
    Map<String, Integer> byKey = new HashMap<>();
    int joined = NEVER;
    for (CallSite site : body.sites) {
      if (site.effect(Effect.Waits.class).isPresent() || models.maybeWaits(site)) {
        int at = site.op.origin().anchor();
        byKey.merge(values.key(body, site.receiver()), at, Math::min);
        CallSite what = values.resolve(body, site.receiver()).site();
        if (what != null && joins(what, 0)) {
          joined = Math.min(joined, at);
        }
      }
    }
    return new Earliest(byKey, joined);
  }

  private static boolean isLoopLocal(CallSite wait) {
    return Frame.loop(wait.frame).isPresent();
  }

  private boolean joins(CallSite made, int depth) {
    if (made.effect(Effect.Joins.class).isPresent()) {
      return true;
    }
    CallSite source = values.resolve(made.body, made.receiver()).site();
    return source != null
        && depth < 6
        && made.effect(Effect.Chains.class).isPresent()
        && joins(source, depth + 1);
  }

  /** Inside a callback of a joined future, or on the very future a callback is given. */
  private boolean inCompletion(CallSite wait, Values.Ref awaited) {
    boolean onParameter = awaited.value() instanceof Value.Param;
    for (Body body = wait.body; body != null; body = body.enclosing) {
      for (Closures.Use use : closures.of(body)) {
        if (use.runs() == null || !models.tagged(use.site().receiverType(), "future")) {
          continue;
        }
        CallSite stage = use.site();
        CallSite source = values.resolve(stage.body, stage.receiver()).site();
        boolean given = onParameter && declares(body, awaited);
        boolean itself =
            values.key(stage.body, stage.receiver()).equals(values.key(wait.body, wait.receiver()));
        if (given || itself || (source != null && joins(source, 0))) {
          return true;
        }
      }
      if (onParameter && declares(body, awaited) && isCallback(body)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(Body body, Values.Ref awaited) {
    List<String> names = body.callable.params().stream().map(param -> param.name()).toList();
    return names.contains(((Value.Param) awaited.value()).name());
  }

  /** An override of a framework callback: the future it is given has completed. */
  private boolean isCallback(Body body) {
    return models
        .knowledge()
        .hook(
            models.types(),
            body.callable.owner(),
            body.callable.name(),
            body.callable.params().size())
        .isPresent();
  }
}
