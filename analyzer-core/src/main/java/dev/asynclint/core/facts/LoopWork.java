package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.time.Duration;
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

    /** What it was measured to cost; empty where nothing was measured. */
    public Optional<Cost> cost() {
      return call.effect(Effect.Measured.class)
          .map(measured -> new Cost(measured.row().id(), measured.row().time()));
    }
  }

  /**
   * What a call was measured to cost.
   *
   * @param row the id of the row of the cost table
   * @param time how long it keeps its thread
   */
  public record Cost(String row, Duration time) {}

  private LoopWork(Program program) {
    Contexts contexts = program.contexts();
    for (Body body : program.index().bodies()) {
      for (CallSite site : body.modelled) {
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

  /**
   * Every such call, in the order of files and callables.
   *
   * @param poll how long a call may take that is not reported, as far as it was measured
   */
  public Stream<Work> all(Duration poll) {
    return all.stream().filter(work -> !work.call().isOverWithin(poll));
  }

  private static List<Step> path(Reach reach, CallSite site) {
    List<Step> steps = new ArrayList<>(reach.steps());
    steps.add(new Step(site.place(), "computes here", steps.size()));
    return steps;
  }
}
