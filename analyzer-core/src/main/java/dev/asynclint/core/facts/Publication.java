package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.summary.CallableSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up what callers in other modules have to know. */
final class Publication {
  /** A wait further away than this is not believed in other modules either. */
  private static final int FAR = 6;

  private final Index index;
  private final Calls calls;
  private final Contexts contexts;
  private final Waiting waiting;

  Publication(Index index, Calls calls, Contexts contexts, Waiting waiting) {
    this.index = index;
    this.calls = calls;
    this.contexts = contexts;
    this.waiting = waiting;
  }

  /** Every wait longer than a limit of a callable that others can call; the nearest of a kind. */
  List<CallableSummary> all(Duration longest) {
    Map<CallSite, Waiting.Event> events = new IdentityHashMap<>();
    Map<String, List<CallSite>> kinds = new TreeMap<>();
    waiting
        .all()
        .filter(site -> !contexts.guarded(site, Context.EVENT_LOOP))
        .forEach(
            site -> {
              Waiting.Event event = waiting.event(site).orElseThrow();
              if (event.longerThan(longest)) {
                events.put(site, event);
                kinds.computeIfAbsent(key(event), kind -> new ArrayList<>()).add(site);
              }
            });
    List<CallableSummary> all = new ArrayList<>();
    for (List<CallSite> kind : kinds.values()) {
      Summaries summaries = new Summaries(calls, kind);
      for (Body body : summaries.bodies()) {
        if (isVisible(body)) {
          CallSite end = summaries.event(body).orElseThrow();
          List<CallSite> way = summaries.way(body);
          List<String> beyond = events.get(end).beyond();
          if (way.size() + beyond.size() <= FAR) {
            all.add(summary(body, events.get(end), end, way));
          }
        }
      }
    }
    all.sort(CallableSummary.ORDER);
    return all;
  }

  private static String key(Waiting.Event event) {
    return event.kind() + (event.waits() ? " waits" : " blocks");
  }

  private static CallableSummary summary(
      Body body, Waiting.Event event, CallSite end, List<CallSite> way) {
    List<String> steps = new ArrayList<>();
    way.forEach(hop -> steps.add(hop.place().brief() + " calls " + hop.display()));
    if (event.beyond().isEmpty()) {
      String verb = event.waits() ? " waits here" : " blocks here";
      steps.add(end.place().brief() + " '" + end.display() + "'" + verb);
    } else {
      steps.add(end.place().brief() + " calls " + end.display());
      steps.addAll(event.beyond());
    }
    return new CallableSummary(
        body.id(), event.waits(), event.kind(), event.bound(), event.timed(), steps);
  }

  /** Whether code of other modules can name it. */
  private boolean isVisible(Body body) {
    Callable callable = body.callable;
    boolean named =
        callable.kind() == Callable.Kind.METHOD || callable.kind() == Callable.Kind.CONSTRUCTOR;
    return named
        && !callable.modifiers().contains("private")
        && callable.enclosing().isEmpty()
        && index.type(callable.owner()).filter(t -> t.enclosingCallable().isEmpty()).isPresent();
  }
}
