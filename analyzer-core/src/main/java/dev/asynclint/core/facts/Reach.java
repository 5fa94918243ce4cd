package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;

/**
 * A way a callable comes to run on a thread that must not block.
 *
 * @param context the kind of thread; {@link Context#CALLER} for "whoever uses the asynchronous
 *     result this method promises"
 * @param confidence the weakest link so far
 * @param from the reach of the caller, or null for an entry
 * @param place where this link stands
 * @param message what the link does
 * @param via the call this link is, when it is a plain call; else null
 * @param permit the call that allows threads to block in here; null when none does
 */
record Reach(
    Body body,
    Context context,
    Confidence confidence,
    Reach from,
    Place place,
    String message,
    int length,
    CallSite via,
    CallSite permit) {

  /** The plain calls from the entry to here and on to a call; null for other links. */
  List<CallSite> way(List<CallSite> further) {
    Deque<CallSite> calls = new LinkedList<>(further);
    for (Reach link = this; link.from != null; link = link.from) {
      calls.push(link.via);
    }
    return new ArrayList<>(calls);
  }

  /** The path from the entry to here. */
  List<Step> steps() {
    Deque<Reach> links = new ArrayDeque<>();
    for (Reach link = this; link != null; link = link.from) {
      links.push(link);
    }
    List<Step> steps = new ArrayList<>();
    for (Reach link : links) {
      steps.add(new Step(link.place, link.message, steps.size()));
    }
    return steps;
  }

  /** The entry's own link. */
  Reach entry() {
    Reach link = this;
    while (link.from != null) {
      link = link.from;
    }
    return link;
  }
}
