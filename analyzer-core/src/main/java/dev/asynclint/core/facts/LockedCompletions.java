package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Promises that are completed while a lock is held, so that their callbacks run under it. */
public final class LockedCompletions {
  private final Program program;
  private final Lazy<Set<String>> callbacks;
  private final Map<Place, LockedCompletion> all = new LinkedHashMap<>();

  /**
   * A promise that is completed under a lock.
   *
   * @param site the call in the region: the completion or a call that leads to it
   * @param completion the call that completes
   * @param lock the lock's name
   * @param path from the acquisition to the completion
   */
  public record LockedCompletion(
      CallSite site, CallSite completion, String lock, Confidence confidence, List<Step> path) {
    /** Copies the path. */
    public LockedCompletion {
      path = List.copyOf(path);
    }
  }

  private LockedCompletions(Program program) {
    this.program = program;
    this.callbacks =
        new Lazy<>(
            () ->
                program
                    .models()
                    .knowledge()
                    .members()
                    .filter(
                        member ->
                            member
                                .effects(Effect.Runs.class)
                                .anyMatch(
                                    runs -> runs.where().place() == Effect.Where.Place.COMPLETER))
                    .map(member -> member.owner())
                    .collect(Collectors.toUnmodifiableSet()));
    for (Body body : program.index().bodies()) {
      if (!body.locks) {
        continue;
      }
      body.sites.stream()
          .filter(this::runsCallbacks)
          .forEach(site -> owned(site).ifPresent(lock -> add(lock, site, site)));
      for (Calls.Call call : program.callGraph().from(body)) {
        owned(call.site())
            .ifPresent(
                lock ->
                    call.to().sites.stream()
                        .filter(site -> runsCallbacks(site) && !site.released.contains(lock.key()))
                        .findFirst()
                        .ifPresent(site -> add(lock, call.site(), site)));
      }
    }
  }

  /** Those of a program. */
  public static LockedCompletions of(Program program) {
    return program.derived(LockedCompletions.class, LockedCompletions::new);
  }

  /** Every one, once a place in a region. */
  public Stream<LockedCompletion> all() {
    return all.values().stream();
  }

  /**
   * Whether a call completes a promise that others may have added callbacks to: one that is kept in
   * a field or collection or was given from outside, not one that was just made.
   */
  private boolean runsCallbacks(CallSite site) {
    if (!site.has(Effect.Flag.COMPLETES) || !takesCallbacks(site.receiverType())) {
      return false;
    }
    Values.Ref promise = program.models().values().resolve(site.body, site.receiver());
    CallSite made = promise.site();
    return made == null
        ? promise.value() instanceof Value.Field || promise.value() instanceof Value.Param
        : !made.isNew() && made.receiver() instanceof Value.Field;
  }

  /** Whether a type has members that add functions for its completer to run. */
  private boolean takesCallbacks(String type) {
    return program.models().tagged(type, "future")
        && program.index().lineage(type).stream().anyMatch(callbacks.get()::contains);
  }

  private static Optional<Lock> owned(CallSite site) {
    return site.held.stream()
        .filter(lock -> lock.held() == Effect.Held.LOCK && !lock.perKey())
        .reduce((first, second) -> second);
  }

  private void add(Lock lock, CallSite site, CallSite completion) {
    List<Step> path = new ArrayList<>();
    path.add(new Step(lock.acquired(), "takes " + lock.display(), 0));
    if (site != completion) {
      path.add(new Step(site.place(), "calls " + completion.body.display(), 0));
    }
    path.add(
        new Step(completion.place(), "runs the callbacks here, under the lock", path.size() - 1));
    all.putIfAbsent(
        site.place(),
        new LockedCompletion(
            site,
            completion,
            lock.display(),
            site == completion ? Confidence.HIGH : Confidence.MEDIUM,
            path));
  }
}
