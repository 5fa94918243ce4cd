package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What happens only while a program starts, as all of a command line tool does: on every way back
 * stands the method the program starts with, or one that a framework calls a few times in a life.
 */
final class Starts {
  private static final int DEPTH = 8;

  private final Models models;
  private final Calls calls;

  Starts(Models models, Calls calls) {
    this.models = models;
    this.calls = calls;
  }

  /**
   * Whether only the start of the program leads to a callable. A task counts where it is handed
   * over; one that is handed over by another task does not, since that may run again and again.
   */
  boolean isPartOf(Body body) {
    return body.callable.isClosure() && body.enclosing != null
        ? isPartOf(body.enclosing, new HashSet<>(Set.of(body)), 0)
        : isPartOf(body, new HashSet<>(), 0);
  }

  private boolean isPartOf(Body body, Set<Body> seen, int depth) {
    if (!seen.add(body) || isStart(body)) {
      return true;
    }
    List<CallSite> callers = new ArrayList<>(calls.to(body));
    callers.addAll(calls.choosing(body));
    return depth < DEPTH
        && !callers.isEmpty()
        && callers.stream().allMatch(site -> isPartOf(site.body, seen, depth + 1));
  }

  private boolean isStart(Body body) {
    Callable callable = body.callable;
    return Tasks.isMain(callable)
        || models
            .knowledge()
            .hook(models.types(), callable.owner(), callable.name(), callable.params().size())
            .filter(hook -> !callable.isClosure() && !hook.owner().equals(callable.owner()))
            .filter(Knowledge.Hook::once)
            .isPresent();
  }
}
