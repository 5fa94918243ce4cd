package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which callables run on threads that must not block, each with its best witness: the surest, then
 * the shortest.
 */
final class Contexts {
  private final Index index;
  private final Models models;
  private final Closures closures;

  /** All ways but plain calls, which are many and known to the index. */
  private final Map<Body, List<Edge>> edges = new HashMap<>();

  private final List<Reach> seeds = new ArrayList<>();
  private final Permits permits;
  private final Map<Body, Map<Context, Reach>> reached = new HashMap<>();

  /** Ways on which threads are allowed to block; asked where no other way leads. */
  private final Map<Body, Map<Context, Reach>> permitted = new HashMap<>();

  private final Set<Body> offloaded = new HashSet<>();

  Contexts(Index index, Models models, Closures closures, Chains chains, Permits permits) {
    this.permits = permits;
    this.index = index;
    this.models = models;
    this.closures = closures;
    Declarations declarations = new Declarations(index, models, closures);
    for (Body body : index.bodies()) {
      declarations
          .of(body)
          .ifPresent(d -> seed(body, d.context(), d.confidence(), body.place(), d.message()));
      for (CallSite site : body.unresolved) {
        if (models.maybeMoves(site)) {
          site.args().stream()
              .flatMap(arg -> closures.bodies(body, arg).stream())
              .filter(method -> !method.callable.isClosure())
              .forEach(offloaded::add);
        }
      }
    }
    for (Body closure : closures.all()) {
      for (Closures.Use use : closures.of(closure)) {
        handedOver(closure, use, chains);
      }
    }
    spread();
  }

  /** The best witness for each kind of thread, in the order of {@link Context}. */
  Stream<Reach> of(Body body) {
    Map<Context, Reach> ways = reached.getOrDefault(body, Map.of());
    if (permitted.containsKey(body)) {
      Map<Context, Reach> all = new EnumMap<>(permitted.get(body));
      all.putAll(ways);
      return all.values().stream();
    }
    return ways.values().stream();
  }

  /** Whether any witness is known. */
  boolean isReached(Body body) {
    return reached.containsKey(body) || permitted.containsKey(body);
  }

  /** Whether an annotation, a framework or an operator has it run where threads may block. */
  boolean mayBlock(Body body) {
    return offloaded.contains(body);
  }

  private void edge(Body from, Edge edge) {
    edges.computeIfAbsent(from, f -> new ArrayList<>(2)).add(edge);
  }

  private void seed(Body body, Context context, Confidence confidence, Place at, String message) {
    if (context.mustNotBlock() || context == Context.CALLER) {
      CallSite permit = permits.inside(body, null);
      seeds.add(new Reach(body, context, confidence, null, at, message, 0, null, permit));
    } else {
      offloaded.add(body);
    }
  }

  private void handedOver(Body closure, Closures.Use use, Chains chains) {
    CallSite site = use.site();
    if (use.runs() == null) {
      called(closure, use, chains);
      return;
    }
    if (!closure.callable.isClosure() && chains.maybeElsewhere(site, use.runs())) {
      offloaded.add(closure);
    }
    for (Spot spot : chains.spots(site, use.runs())) {
      if (spot instanceof Spot.On on) {
        seed(closure, on.context(), Confidence.HIGH, site.place(), on.said(site));
      } else if (spot instanceof Spot.Within within) {
        boolean here = within.because() == site;
        String message =
            "'"
                + site.display()
                + "' runs it"
                + (here ? " here" : " where this chain is subscribed");
        if (use.passed() == null) {
          link(within.body(), closure, site, message, here ? site.body : null);
        } else if (here && isHelper(site.body, use.passed())) {
          link(use.passed().body, closure, use.passed(), message, site.body);
        }
      } else if (spot instanceof Spot.Promised promised) {
        String message = "'" + site.display() + "' runs it where the returned chain is subscribed";
        link(promised.method(), closure, site, message, null);
      }
    }
  }

  /**
   * A closure that is invoked: by whoever passes it, when the helper does so during the call; on
   * the helper's own threads, when it does so there. Anything else would mix up the helper's
   * callers.
   */
  private void called(Body closure, Closures.Use use, Chains chains) {
    CallSite passed = use.passed();
    Body invoker = use.site().body;
    if (passed == null) {
      link(invoker, closure, use.site(), "calls it", invoker);
      return;
    }
    String message = "'" + passed.name() + "' calls it during the call";
    if (isHelper(invoker, passed)) {
      link(passed.body, closure, passed, message, invoker);
      return;
    }
    if (!isOfOneKind(invoker, chains)) {
      return;
    }
    for (Closures.Use outer : closures.of(invoker)) {
      for (Spot spot : chains.spots(outer)) {
        if (spot instanceof Spot.On on) {
          String text = "'" + passed.name() + "' has it run on the " + on.context().display();
          seed(closure, on.context(), Confidence.HIGH, passed.place(), text);
        } else if (spot instanceof Spot.Within within && isHelper(within.body(), passed)) {
          link(passed.body, closure, passed, message, null);
        }
      }
    }
  }

  private void link(Body from, Body closure, CallSite site, String message, Body in) {
    edge(from, new Edge(closure, Confidence.HIGH, site, message, in));
  }

  /** A closure that several overloads share, some of them with an executor, may run anywhere. */
  private boolean isOfOneKind(Body invoker, Chains chains) {
    return closures.of(invoker).stream()
            .map(use -> chains.spots(use).stream().anyMatch(Spot.On.class::isInstance))
            .distinct()
            .count()
        < 2;
  }

  private boolean isHelper(Body body, CallSite passed) {
    return index.callees(passed).stream().anyMatch(callee -> callee.body() == body);
  }

  private void spread() {
    PriorityQueue<Reach> queue =
        new PriorityQueue<>(
            Comparator.comparing(Reach::confidence)
                .thenComparingInt(Reach::length)
                .thenComparing(reach -> reach.body().unit.file())
                .thenComparingInt(reach -> reach.body().callable.origin().start())
                .thenComparing(reach -> reach.place().unit().file())
                .thenComparingInt(reach -> reach.place().origin().anchor())
                .thenComparing(Reach::message));
    seeds.stream().filter(seed -> !movedAway(seed.body())).forEach(queue::add);
    while (!queue.isEmpty()) {
      Reach best = queue.remove();
      Map<Context, Reach> known =
          (best.permit() == null ? reached : permitted)
              .computeIfAbsent(best.body(), b -> new EnumMap<>(Context.class));
      if (known.putIfAbsent(best.context(), best) != null) {
        continue;
      }
      for (CallSite site : best.body().sites) {
        for (Index.Callee to : index.callees(site)) {
          follow(new Edge(to.body(), to.confidence(), site, null, best.body()), best, queue);
        }
      }
      edges.getOrDefault(best.body(), List.of()).forEach(edge -> follow(edge, best, queue));
    }
  }

  private void follow(Edge edge, Reach from, PriorityQueue<Reach> queue) {
    if (follows(edge, from)) {
      queue.add(edge.after(from, permits));
    }
  }

  /**
   * A promise covers what a method does itself and in closures it calls in place; helpers are
   * looked at from there. A closure that is offloaded in one place may still be called in another,
   * a method that is declared to run elsewhere may not.
   */
  private boolean follows(Edge edge, Reach from) {
    boolean closure = edge.to().callable.isClosure();
    boolean promised = from.context() == Context.CALLER;
    return (closure || (!promised && !offloaded.contains(edge.to())))
        && !guarded(edge.site(), from.context());
  }

  /** Whether objects with this method are handed to threads of another kind than usual. */
  private boolean movedAway(Body body) {
    return !body.callable.isClosure() && offloaded.contains(body);
  }

  /** Whether a place is reached only when this thread is not the event loop. */
  boolean guarded(CallSite site, Context context) {
    for (Guard guard = site.guards; guard != null; guard = guard.outer()) {
      CallSite asked = models.values().answer(site.body, guard.condition(), guard.holds()).site();
      boolean aboutLoop =
          asked != null
              && asked
                  .effect(Effect.Guards.class)
                  .filter(g -> g.guard() == Effect.Guard.LOOP)
                  .isPresent();
      if (aboutLoop && !guard.holds() && context != Context.CALLER) {
        return true;
      }
    }
    return false;
  }
}
