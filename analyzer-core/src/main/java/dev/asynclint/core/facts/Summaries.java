package dev.asynclint.core.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For every callable the shortest way to an event of one kind that happens while it runs: in
 * itself, in a callable it certainly calls, in every implementation that a call may run, or in a
 * closure it calls. Closures that run later do not count.
 */
final class Summaries {
  private static final int NEAR = 6;

  private final Map<Body, Link> links = new HashMap<>();

  /**
   * The first hop towards an event.
   *
   * @param site the call to follow; the event itself when {@code next} is null
   */
  private record Link(CallSite site, Body next) {}

  /** Of events in program order. */
  Summaries(Calls calls, List<CallSite> events) {
    Deque<Body> queue = new ArrayDeque<>();
    for (CallSite event : events) {
      if (links.putIfAbsent(event.body, new Link(event, null)) == null) {
        queue.add(event.body);
      }
    }
    while (!queue.isEmpty()) {
      Body reached = queue.remove();
      for (CallSite caller : calls.running(reached)) {
        if (!links.containsKey(caller.body) && !Switches.deny(from(caller, reached))) {
          links.put(caller.body, new Link(caller, reached));
          queue.add(caller.body);
        }
      }
      for (CallSite caller : calls.choosing(reached)) {
        boolean whicheverRuns = calls.choices(caller).stream().allMatch(links::containsKey);
        if (whicheverRuns && links.putIfAbsent(caller.body, new Link(caller, reached)) == null) {
          queue.add(caller.body);
        }
      }
    }
  }

  /** The next calls on the way from a call: constants it passes are not handed on much further. */
  private List<CallSite> from(CallSite call, Body to) {
    List<CallSite> way = new ArrayList<>(NEAR);
    way.add(call);
    for (Link link = links.get(to);
        link != null && way.size() < NEAR;
        link = links.get(link.next)) {
      way.add(link.site);
    }
    return way;
  }

  /** The callables in which one happens, in no order. */
  Set<Body> bodies() {
    return links.keySet();
  }

  /** Whether an event happens while a callable runs. */
  boolean has(Body body) {
    return links.containsKey(body);
  }

  /** The event at the end of the shortest way. */
  Optional<CallSite> event(Body body) {
    Link link = links.get(body);
    while (link != null && link.next != null) {
      link = links.get(link.next);
    }
    return Optional.ofNullable(link).map(Link::site);
  }

  /** The calls on the way, without the event itself. */
  List<CallSite> way(Body body) {
    List<CallSite> way = new ArrayList<>();
    Link link = links.get(body);
    while (link != null && link.next != null) {
      way.add(link.site);
      link = links.get(link.next);
    }
    return way;
  }
}
