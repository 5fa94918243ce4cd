package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What has to happen before a wait is over, and which locks it needs. */
final class LockPartners {
  private static final int STAGES = 8;
  private static final int CALLS = 40;

  private final Calls calls;
  private final Closures closures;
  private final Values values;

  LockPartners(Calls calls, Closures closures, Values values) {
    this.calls = calls;
    this.closures = closures;
    this.values = values;
  }

  /**
   * Whether what a call waits for certainly runs, on another thread, code that takes an owner-bound
   * lock which the waiting thread holds.
   */
  boolean needs(CallSite wait, Lock lock) {
    if (lock.held() != Effect.Held.LOCK || lock.perKey()) {
      return false;
    }
    for (CallSite stage : stages(wait)) {
      boolean elsewhere =
          stage.model().stream()
              .flatMap(member -> member.effects(Effect.Runs.class))
              .anyMatch(runs -> isElsewhere(runs.where()));
      if (elsewhere
          && stage.args().stream()
              .flatMap(arg -> closures.bodies(stage.body, arg).stream())
              .anyMatch(body -> takes(body, lock.key()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isElsewhere(Effect.Where where) {
    return switch (where.place()) {
      case EXECUTOR, RECEIVER -> true;
      case CONTEXT -> where.context() != Context.CALLER;
      default -> false;
    };
  }

  /** The calls that made what is awaited, nearest first. */
  private List<CallSite> stages(CallSite wait) {
    List<CallSite> found = new ArrayList<>();
    CallSite at = values.origin(wait.body, wait.receiver()).site();
    for (int i = 0; at != null && i < STAGES; i++) {
      found.add(at);
      at = values.origin(at.body, at.receiver()).site();
    }
    return found;
  }

  private boolean takes(Body start, String key) {
    Deque<Body> queue = new ArrayDeque<>(List.of(start));
    Set<Body> seen = new HashSet<>(queue);
    while (!queue.isEmpty() && seen.size() < CALLS) {
      Body body = queue.remove();
      if (takesItself(body, key)) {
        return true;
      }
      for (Calls.Call call : calls.from(body)) {
        if (seen.add(call.to())) {
          queue.add(call.to());
        }
      }
    }
    return false;
  }

  /** Whether a body takes a lock, other than through what it calls. */
  boolean takesItself(Body body, String key) {
    return locks(body).anyMatch(key::equals);
  }

  private Stream<String> locks(Body body) {
    Stream<String> held = body.sites.stream().flatMap(s -> s.held.stream()).map(Lock::key);
    Stream<String> taken =
        body.sites.stream()
            .filter(s -> s.effect(Effect.Acquires.class).filter(a -> !a.tries()).isPresent())
            .map(s -> values.key(body, s.receiver()));
    Stream<String> whole =
        body.callable.modifiers().contains("synchronized")
            ? Stream.of(
                body.callable.modifiers().contains("static")
                    ? body.callable.owner()
                    : values.key(body, Value.THIS))
            : Stream.empty();
    return Stream.of(held, taken, whole).flatMap(s -> s);
  }
}
