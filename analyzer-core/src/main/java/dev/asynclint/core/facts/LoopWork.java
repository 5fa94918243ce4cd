package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls that need much processor time, on event loops. */
public final class LoopWork {
  private final List<Work> all = new ArrayList<>();

  /**
   * A costly call on an event loop.
   *
   * @param path from the asynchronous entry to the call
   */
  public record Work(CallSite call, Confidence confidence, List<Step> path) {
    /** Copies the path. */
    public Work {
      path = List.copyOf(path);
    }
  }

  private LoopWork(Program program) {
    Contexts contexts = program.contexts();
    for (Body body : program.index().bodies()) {
      for (CallSite site : body.sites) {
        if (site.has(Effect.Flag.COSTS_CPU)) {
          Optional<Reach> reach =
              contexts
                  .of(body)
                  .filter(r -> r.context() == Context.EVENT_LOOP)
                  .filter(r -> !contexts.guarded(site, r.context()))
                  .min(Comparator.comparing(Reach::confidence));
          reach.ifPresent(r -> all.add(new Work(site, r.confidence(), path(r, site))));
        }
      }
    }
  }

  /** The costly calls of a program. */
  public static LoopWork of(Program program) {
    return program.derived(LoopWork.class, LoopWork::new);
  }

  /** Every such call, in the order of files and callables. */
  public Stream<Work> all() {
    return all.stream();
  }

  private static List<Step> path(Reach reach, CallSite site) {
    List<Step> steps = new ArrayList<>(reach.steps());
    steps.add(new Step(site.place(), "computes here", steps.size()));
    return steps;
  }
}
