package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What certainly runs during a callable: callees with one target, and closures called in place. */
final class Calls {
  private final Set<String> growing = new HashSet<>();
  private final Map<CallSite, List<Body>> choices = new HashMap<>();
  private final Map<Body, List<CallSite>> chosen = new HashMap<>();

  /** A call that happens during another callable. */
  record Call(CallSite site, Body to) {}

  Calls(Index index, Closures closures) {
    for (Body body : index.bodies()) {
      for (CallSite site : body.sites) {
        if (site.has(Effect.Flag.MUTATES) && site.receiver() instanceof Value.Field field) {
          growing.add(Values.fieldKey(body, field));
        }
        List<Index.Callee> callees = index.callees(site);
        if (callees.size() > 1 && callees.get(0).confidence() != Confidence.HIGH) {
          choices.put(site, callees.stream().map(Index.Callee::body).toList());
          callees.forEach(
              one -> chosen.computeIfAbsent(one.body(), b -> new ArrayList<>(1)).add(site));
        }
        for (Index.Callee callee : callees) {
          if (callee.confidence() == Confidence.HIGH) {
            add(body, site, callee.body());
          }
        }
      }
    }
    for (Body closure : closures.all()) {
      for (Closures.Use use : closures.of(closure)) {
        boolean inPlace =
            use.runs() == null || use.runs().where().place() == Effect.Where.Place.CALLER;
        if (inPlace) {
          CallSite here = use.passed() == null ? use.site() : use.passed();
          boolean helps =
              use.passed() == null
                  || index.callees(here).stream().anyMatch(c -> c.body() == use.site().body);
          if (helps) {
            add(here.body, here, closure);
          }
        }
      }
    }
    for (Body body : index.bodies()) {
      for (Call call : body.runs) {
        call.to().runByInOrder = Body.with(call.to().runByInOrder, call.site());
      }
    }
  }

  private void add(Body from, CallSite site, Body to) {
    from.runs = Body.with(from.runs, new Call(site, to));
    to.runBy = Body.with(to.runBy, site);
  }

  /** Whether the program adds to what a field holds; else it may be a few things from a setting. */
  boolean grow(String field) {
    return growing.contains(field);
  }

  /** The calls that certainly run a body. */
  List<CallSite> to(Body body) {
    return body.runBy;
  }

  /** The same in the order of the callables they stand in. */
  List<CallSite> running(Body body) {
    return body.runByInOrder;
  }

  /** All implementations one of which a call runs; empty when there is one, or too many. */
  List<Body> choices(CallSite site) {
    return choices.getOrDefault(site, List.of());
  }

  /** The calls that may run a body or another one instead. */
  List<CallSite> choosing(Body body) {
    return chosen.getOrDefault(body, List.of());
  }

  List<Call> from(Body body) {
    return body.runs;
  }
}
