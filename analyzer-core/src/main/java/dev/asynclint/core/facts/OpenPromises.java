package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Promises that a callable makes and gives out, completes on one way and leaves open on another.
 * Only those count that are given to nobody else: all that is done with them is seen, and what
 * completes them stands in one function that runs once. One that the callable never completes is
 * left to whoever is given it.
 */
public final class OpenPromises {
  private final Program program;
  private final Models models;
  private final Map<Body, List<Body>> members = new HashMap<>();

  /** When a promise stays open. */
  public enum Gap {
    /** When the future fails whose success completes it. */
    FAILURE,
    /** On one way through the code that completes it on another. */
    WAY
  }

  /**
   * A promise that may stay open.
   *
   * @param name of the variable that holds it
   * @param site what completes it
   * @param on the call whose function completes it; empty when the callable does so itself
   */
  public record Open(String name, CallSite site, Gap gap, Optional<CallSite> on) {}

  private OpenPromises(Program program) {
    this.program = program;
    this.models = program.models();
    for (Body body : program.index().bodies()) {
      if (body.enclosing != null && !body.callable.isClosure()) {
        members.computeIfAbsent(body.enclosing, b -> new ArrayList<>(1)).add(body);
      }
    }
  }

  /** Those of a program. */
  public static OpenPromises of(Program program) {
    return program.derived(OpenPromises.class, OpenPromises::new);
  }

  /** Every one, in the order of the places where they are made. */
  public Stream<Open> all() {
    return program.calls().filter(this::makes).flatMap(made -> open(made).stream());
  }

  private boolean makes(CallSite site) {
    boolean fresh = site.isNew() || site.receiver() instanceof Value.TypeName;
    return fresh
        && (site.args().isEmpty() || (site.isNew() && takesExecutor(site)))
        && models.tagged(site.type(), "promise")
        && program.index().callees(site).isEmpty()
        && program.index().type(site.type()).isEmpty();
  }

  /** Whether it is given nothing but the executor its listeners run on. */
  private boolean takesExecutor(CallSite made) {
    return made.args().size() == 1 && models.tagged(made.parameterType(0), "executor");
  }

  private Optional<Open> open(CallSite made) {
    Optional<Value.Local> local = held(made);
    if (local.isEmpty()) {
      return Optional.empty();
    }
    PromiseUses uses = new PromiseUses(program, members, made.body, local.get());
    if (uses.escapes || !uses.returned || uses.completions.isEmpty()) {
      return Optional.empty();
    }
    String name = local.get().name().replaceFirst("#.*", "");
    Body completer = uses.completions.get(0).body;
    if (uses.completions.stream().anyMatch(site -> site.body != completer)) {
      return Optional.empty();
    }
    return completer == made.body
        ? itself(name, uses, made.body)
        : inFunction(name, uses, made.body, completer);
  }

  /** The variable that holds what is made, if it holds nothing else. */
  private static Optional<Value.Local> held(CallSite made) {
    Value result = new Value.Result(made.result());
    return made.body.localWrites.entrySet().stream()
        .filter(write -> write.getValue().equals(List.of(result)))
        .map(write -> new Value.Local(write.getKey()))
        .findFirst();
  }

  private Optional<Open> itself(String name, PromiseUses uses, Body body) {
    return uses.asked.isEmpty() && CompletionWays.leaveOpen(body, uses)
        ? Optional.of(new Open(name, uses.completions.get(0), Gap.WAY, Optional.empty()))
        : Optional.empty();
  }

  private Optional<Open> inFunction(String name, PromiseUses uses, Body maker, Body completer) {
    List<Closures.Use> ran = List.copyOf(program.closures().of(completer));
    if (ran.size() != 1 || completer.enclosing != maker || !isOnce(ran.get(0))) {
      return Optional.empty();
    }
    CallSite on = ran.get(0).site();
    CallSite first = uses.completions.get(0);
    if (!uses.asked.contains(completer) && CompletionWays.leaveOpen(completer, uses)) {
      return Optional.of(new Open(name, first, Gap.WAY, Optional.of(on)));
    }
    boolean both = completer.callable.params().size() > 1;
    return !both && isOnSuccess(on, ran.get(0).runs())
        ? Optional.of(new Open(name, first, Gap.FAILURE, Optional.of(on)))
        : Optional.empty();
  }

  /** Whether a function runs once at most: for the outcome of one future, or as one task. */
  private boolean isOnce(Closures.Use use) {
    CallSite site = use.site();
    return use.runs() != null
        && use.passed() == null
        && !use.runs().perItem()
        && site.effect(Effect.Repeats.class).isEmpty()
        && Frame.loop(site.frame).isEmpty()
        && Stream.of("future", "executor").anyMatch(tag -> models.tagged(site.receiverType(), tag));
  }

  /** Whether a stage runs its function for a value alone, and no stage before it mends failures. */
  private boolean isOnSuccess(CallSite stage, Effect.Runs runs) {
    boolean chains =
        stage.effect(Effect.Chains.class).filter(c -> c.from() == Effect.RECEIVER).isPresent();
    if (!chains || runs.where().place() != Effect.Where.Place.COMPLETER) {
      return false;
    }
    for (CallSite one = stage; one != null; one = before(one)) {
      if (one.target() instanceof Target.Unknown
          || one.has(Effect.Flag.HANDLES_FAILURES)
          || one.has(Effect.Flag.COMPLETED)) {
        return false;
      }
    }
    return true;
  }

  private CallSite before(CallSite stage) {
    return models.values().resolve(stage.body, stage.receiver()).site();
  }
}
