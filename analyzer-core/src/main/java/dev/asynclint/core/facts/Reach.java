package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
 */
record Reach(
    Body body,
    Context context,
    Confidence confidence,
    Reach from,
    Place place,
    String message,
    int length) {

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
