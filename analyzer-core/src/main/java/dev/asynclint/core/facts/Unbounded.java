package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Waits for other work of the program that state no bound, where nothing else bounds them. */
public final class Unbounded {
  /** Calls that are followed back to where a future or publisher is made. */
  private static final int CALLS = 6;

  /** Stages of one chain that are followed back. */
  private static final int STAGES = 24;

  /** What has a bound of its own that the source may state elsewhere. */
  private static final Set<String> LATER = Set.of("future", "publisher");

  private static final Set<String> KINDS =
      Set.of("future", "publisher", "latch", "task", "barrier", "process", "permit", "thread");

  private final Program program;
  private final Models models;
  private final Tasks tasks;

  private Unbounded(Program program) {
    this.program = program;
    this.models = program.models();
    this.tasks = program.derived(Tasks.class, Tasks::new);
  }

  /** The facts of a program. */
  public static Unbounded of(Program program) {
    return program.derived(Unbounded.class, Unbounded::new);
  }

  /**
   * The waits without a bound, but for those of the method a program starts with, those that hand
   * on what they are named after, and those of consumers, which wait by design; of each callable
   * and kind the first.
   */
  public Stream<CallSite> waits() {
    return program.index().bodies().stream().flatMap(this::in);
  }

  private Stream<CallSite> in(Body body) {
    boolean unseen = body.callable.isClosure() && program.closures().of(body).isEmpty();
    if (unseen
        || Tasks.isMain(body.callable)
        || body.callable.kind() == Callable.Kind.INITIALISER) {
      return Stream.empty();
    }
    Set<String> seen = new HashSet<>();
    return body.sites.stream().filter(this::isUnbounded).filter(site -> seen.add(site.waitsFor()));
  }

  private boolean isUnbounded(CallSite site) {
    Waiting.Event event = program.event(site).orElse(null);
    if (event == null || !event.waits() || event.timed() || !event.beyond().isEmpty()) {
      return false;
    }
    boolean consumer =
        event.kind().equals("queue")
            && Frame.loop(site.frame).isEmpty()
            && tasks.mayBe(site.body) == Answer.NO
            && site.has(Effect.Flag.MUTATES)
            && !site.isNew();
    return (KINDS.contains(event.kind()) || consumer)
        && !isDelegate(site)
        && (!LATER.contains(event.kind()) || isSeen(site.body, site.receiver(), 0));
  }

  /** Whether a method only hands on a wait under its own name. */
  private static boolean isDelegate(CallSite site) {
    for (Body body = site.body; body != null; body = body.enclosing) {
      if (body.callable.name().equals(site.name())) {
        return true;
      }
    }
    return false;
  }

  /** Whether everything a future or publisher is made of is seen, and no stage bounds it. */
  private boolean isSeen(Body body, Value result, int depth) {
    CallSite stage = models.values().origin(body, result).site();
    for (int i = 0; stage != null && i < STAGES && depth < CALLS; i++) {
      if (stage.has(Effect.Flag.SETS_TIMEOUT) || stage.target() instanceof Target.Unknown) {
        return false;
      }
      if (!goesOn(stage)) {
        return isMade(stage, depth + 1);
      }
      stage = models.values().origin(stage.body, stage.receiver()).site();
    }
    return false;
  }

  private static boolean goesOn(CallSite stage) {
    return !stage.isNew()
        && (stage.has(Effect.Flag.FLUENT) || stage.effect(Effect.Chains.class).isPresent());
  }

  /** Whether the source of a chain is known: a member that knowledge has, or a method seen. */
  private boolean isMade(CallSite source, int depth) {
    if (source.isNew() || source.model().isPresent()) {
      return true;
    }
    var callees = program.index().callees(source);
    if (callees.size() != 1) {
      return false;
    }
    Body callee = callees.get(0).body();
    return !callee.returned.isEmpty()
        && callee.returned.stream().allMatch(result -> isSeen(callee, result, depth));
  }
}
