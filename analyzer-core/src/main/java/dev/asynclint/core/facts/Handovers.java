package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Locks that one thread takes and a callback gives back on whatever thread runs it. */
public final class Handovers {
  private static final int STAGES = 8;

  private final Program program;
  private final Values values;
  private final List<Handover> all;

  /**
   * A lock bound to its owner that somebody else tries to give back.
   *
   * @param release the call in the callback
   * @param lock the lock's name
   * @param confidence less than high when only an interface is known of the lock
   * @param path from the acquisition over the hand-over to the release
   */
  public record Handover(CallSite release, String lock, Confidence confidence, List<Step> path) {
    /** Copies the path. */
    public Handover {
      path = List.copyOf(path);
    }
  }

  private Handovers(Program program) {
    this.program = program;
    this.values = program.models().values();
    this.all =
        program.index().bodies().stream()
            .filter(body -> body.enclosing != null)
            .flatMap(body -> body.sites.stream())
            .filter(this::releasesLock)
            .flatMap(site -> handover(site).stream())
            .toList();
  }

  /** The handovers of a program. */
  public static Handovers of(Program program) {
    return program.derived(Handovers.class, Handovers::new);
  }

  /** Every one, in source order. */
  public Stream<Handover> all() {
    return all.stream();
  }

  private boolean releasesLock(CallSite site) {
    return site.effect(Effect.Releases.class)
        .filter(releases -> releases.held() == Effect.Held.LOCK)
        .isPresent();
  }

  private Optional<Handover> handover(CallSite release) {
    String key = values.key(release.body, release.receiver());
    if (holds(release, key)) {
      return Optional.empty();
    }
    for (Body body = release.body; body.enclosing != null; body = body.enclosing) {
      for (Closures.Use use : program.closures().of(body)) {
        CallSite hand = use.passed() == null ? use.site() : use.passed();
        Optional<Lock> lock = hand.held.stream().filter(held -> held.key().equals(key)).findFirst();
        if (lock.isPresent()
            && lock.get().receiver() != null
            && isOwned(lock.get().receiver())
            && runsElsewhere(use)) {
          return Optional.of(found(release, lock.get(), hand));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holds(CallSite site, String key) {
    return site.held.stream().anyMatch(held -> held.key().equals(key));
  }

  private Handover found(CallSite release, Lock lock, CallSite hand) {
    boolean stated =
        program.index().abstractMethods(lock.receiver().receiverType()).isEmpty()
            || values.origin(lock.receiver().body, lock.receiver().receiver()).site() != null;
    return new Handover(
        release,
        lock.display(),
        stated ? Confidence.HIGH : Confidence.MEDIUM,
        List.of(
            new Step(lock.acquired(), "takes " + lock.display() + " on this thread", 0),
            new Step(hand.place(), "'" + hand.display() + "' runs the callback later", 0),
            new Step(release.place(), "gives it back on the thread that runs the callback", 1)));
  }

  /** Whether only the thread that took it may give it back, as far as types and origin tell. */
  private boolean isOwned(CallSite acquire) {
    if (!program.models().tagged(acquire.receiverType(), "lock")) {
      return false;
    }
    CallSite made = values.origin(acquire.body, acquire.receiver()).site();
    return made == null
        || made.isNew()
        || program.models().tagged(made.receiverType(), "lock")
        || !made.has(Effect.Flag.FLUENT);
  }

  /** Whether the callback may run on another thread than the one that hands it over. */
  private boolean runsElsewhere(Closures.Use use) {
    if (use.runs() == null
        || use.runs().where().place() == Effect.Where.Place.CALLER
        || use.runs().where().place() == Effect.Where.Place.UNKNOWN
        || program.models().tagged(use.site().receiverType(), "stream")) {
      return false;
    }
    List<Spot> spots = program.chains().spots(use.site(), use.runs());
    return spots.stream().noneMatch(spot -> isSameThread(use.site().body, spot))
        && !waitsForIt(use.site());
  }

  /** The caller's own thread, or the one event loop both run on. */
  private boolean isSameThread(Body from, Spot spot) {
    boolean loop = spot instanceof Spot.On on && on.context() == Context.EVENT_LOOP;
    return spot instanceof Spot.Within
        || (loop && program.contexts().of(from).anyMatch(r -> r.context() == Context.EVENT_LOOP));
  }

  /** A chain that is waited for may run on the waiting thread. */
  private boolean waitsForIt(CallSite stage) {
    Set<CallSite> chain = new LinkedHashSet<>(List.of(stage));
    for (int i = 0; i < STAGES; i++) {
      List.copyOf(chain).forEach(one -> chain.addAll(program.chains().next(one)));
    }
    return chain.stream().anyMatch(one -> one.effect(Effect.Waits.class).isPresent());
  }
}
