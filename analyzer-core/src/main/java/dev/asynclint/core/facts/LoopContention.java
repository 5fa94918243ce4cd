package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Locks that an event loop takes and that somebody else holds while it waits. */
public final class LoopContention {
  private final Program program;

  /**
   * An event loop that may stand still for as long as another thread waits.
   *
   * @param taken where the loop takes the lock
   * @param lock the lock's name
   * @param holder the wait that happens while another thread has it
   * @param path how the loop comes to take the lock, then how the other thread comes to wait
   */
  public record Contended(
      Place taken, String lock, LockedWait holder, Confidence confidence, List<Step> path) {
    /** Copies the path. */
    public Contended {
      path = List.copyOf(path);
    }
  }

  private LoopContention(Program program) {
    this.program = program;
  }

  /** The questions about contention that a program answers. */
  public static LoopContention of(Program program) {
    return program.derived(LoopContention.class, LoopContention::new);
  }

  /** Every place where a loop takes a lock that is held elsewhere over a wait of some length. */
  public Stream<Contended> all(Duration longest) {
    Map<String, LockedWait> holders = new LinkedHashMap<>();
    program
        .waitsUnderLock(longest)
        .filter(wait -> !wait.key().isEmpty())
        .forEach(wait -> holders.putIfAbsent(wait.key(), wait));
    Map<Place, Contended> found = new LinkedHashMap<>();
    for (Body body : holders.isEmpty() ? List.<Body>of() : List.copyOf(program.index().bodies())) {
      Optional<Reach> loop =
          program.contexts().of(body).filter(r -> r.context() == Context.EVENT_LOOP).findFirst();
      if (loop.isPresent() && loop.get().confidence() != Confidence.LOW) {
        taken(body)
            .forEach(
                (place, key) -> {
                  LockedWait holder = holders.get(key);
                  if (holder != null && holder.site().body != body) {
                    found.putIfAbsent(place, contended(loop.get(), place, holder));
                  }
                });
      }
    }
    return found.values().stream();
  }

  private Contended contended(Reach loop, Place place, LockedWait holder) {
    List<Step> path = new ArrayList<>(loop.steps());
    path.add(new Step(place, "takes " + holder.lock() + " on the event loop", path.size()));
    path.addAll(holder.path());
    return new Contended(
        place, holder.lock(), holder, loop.confidence().and(holder.confidence()), path);
  }

  /** Where a body takes owner-bound locks, waiting for them, with their keys. */
  private Map<Place, String> taken(Body body) {
    Values values = program.models().values();
    Map<Place, String> found = new LinkedHashMap<>();
    if (body.callable.modifiers().contains("synchronized")) {
      boolean isStatic = body.callable.modifiers().contains("static");
      String owner = body.callable.owner();
      found.put(body.place(), isStatic ? owner : values.key(body, Value.THIS));
    }
    monitors(body, body.callable.body(), found);
    for (CallSite site : body.sites) {
      site.effect(Effect.Acquires.class)
          .filter(acquires -> acquires.held() == Effect.Held.LOCK && !acquires.tries())
          .ifPresent(acquires -> found.put(site.place(), values.key(body, site.receiver())));
    }
    return found;
  }

  private void monitors(Body body, Op op, Map<Place, String> found) {
    if (op instanceof Op.Sync sync) {
      found.put(
          new Place(body.unit, sync.origin(), 12),
          program.models().values().key(body, sync.lock()));
    }
    Operands.parts(op).forEach(part -> monitors(body, part, found));
  }
}
