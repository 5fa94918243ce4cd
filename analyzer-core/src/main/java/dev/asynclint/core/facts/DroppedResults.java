package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Asynchronous results that calls give and nobody takes. */
public final class DroppedResults {
  private static final int DEPTH = 8;

  /** Fewer calls than this tell nothing of how a method is meant. */
  private static final int FEW = 3;

  private final Program program;
  private final MethodNames names;
  private final Failures failures;

  /** Calls whose result is something asynchronous, in source order. */
  private final List<CallSite> asynchronous;

  private final Lazy<Map<String, int[]>> uses;

  private DroppedResults(Program program) {
    this.program = program;
    this.names = program.models().methodNames();
    this.failures = Failures.of(program);
    this.asynchronous =
        program.calls().filter(site -> !site.isNew() && isAsynchronous(site)).toList();
    this.uses = new Lazy<>(this::count);
  }

  /** Those of a program. */
  public static DroppedResults of(Program program) {
    return program.derived(DroppedResults.class, DroppedResults::new);
  }

  /** Calls whose result does nothing until it is subscribed, and is dropped. */
  public Stream<CallSite> cold() {
    return dropped("cold").filter(this::isWork);
  }

  /** Calls that start something, or hand on its result, while nobody is told that it fails. */
  public Stream<CallSite> hot() {
    return dropped("future")
        .filter(site -> !models().tagged(site.type(), "cold"))
        .filter(site -> !models().tagged(site.type(), "handle"))
        .filter(site -> site.effect(Effect.Waits.class).isEmpty() && !names.isEnding(site.name()))
        .filter(site -> !isStage(site) && !failures.isContained(site))
        .filter(site -> !isInternal(site))
        .filter(this::mayFail)
        .filter(this::othersLook);
  }

  private Stream<CallSite> dropped(String tag) {
    return asynchronous.stream().filter(site -> gives(site, tag) && Used.isDropped(site));
  }

  private boolean isAsynchronous(CallSite site) {
    Set<String> tags = models().knowledge().tags(models().types(), site.type());
    return tags.contains("cold") || tags.contains("future") || site.has(Effect.Flag.RETURNS_COLD);
  }

  private boolean gives(CallSite site, String tag) {
    return site.target() instanceof Target.Known known
        && !site.type().equals(Types.UNKNOWN)
        && (models().tagged(site.type(), tag)
            || tag.equals("cold") && site.has(Effect.Flag.RETURNS_COLD))
        && program.index().type(site.type()).isEmpty()
        && isMade(site, known)
        && !site.has(Effect.Flag.FLUENT)
        && !site.has(Effect.Flag.IGNORABLE)
        && !site.has(Effect.Flag.COMPLETES)
        && !isExempt(site);
  }

  /** Made by the call, not taken out of something that held it. */
  private boolean isMade(CallSite site, Target.Known known) {
    List<Body> declared = program.index().declared(known.owner(), known.name(), known.arity());
    if (!declared.isEmpty()) {
      return declared.stream().allMatch(body -> body.callable.returns().equals(site.type()));
    }
    boolean ofAsyncType = models().isAsyncResult(known.owner());
    boolean starts = site.effect(Effect.Spawns.class).isPresent();
    return ofAsyncType
        || starts
        || !known.owner().startsWith("java.")
            && !known.owner().equals(Types.UNKNOWN)
            && !models().tagged(known.owner(), "collection")
            && !models().tagged(known.owner(), "map")
            && !isGetter(known);
  }

  private static boolean isGetter(Target.Known known) {
    return known.arity() == 0 && (known.name().startsWith("get") || known.name().startsWith("is"));
  }

  private boolean isExempt(CallSite site) {
    return program.index().callees(site).stream()
        .map(callee -> callee.body().callable)
        .flatMap(callable -> callable.annotations().stream())
        .anyMatch(one -> one.simpleName().equals("CanIgnoreReturnValue"));
  }

  /** Whether all that a method of the program does stands in the result it gives. */
  private boolean isWork(CallSite site) {
    return isWork(site, 0, new HashSet<>());
  }

  private boolean isWork(CallSite site, int depth, Set<Body> seen) {
    if (site.has(Effect.Flag.COMPLETED)) {
      return false;
    }
    List<Index.Callee> callees = program.index().callees(site);
    if (callees.isEmpty()) {
      return true;
    }
    return depth < DEPTH
        && callees.stream().allMatch(callee -> isLazy(callee.body(), depth + 1, seen));
  }

  private boolean isLazy(Body method, int depth, Set<Body> seen) {
    if (!seen.add(method)
        || method.returned.isEmpty()
        || method.callable.kind() != Callable.Kind.METHOD) {
      return false;
    }
    boolean acts =
        !Discards.in(method).isEmpty()
            || method.sites.stream()
                .anyMatch(
                    site ->
                        site.effect(Effect.Subscribes.class).isPresent()
                            || site.effect(Effect.Spawns.class).isPresent());
    if (acts) {
      return false;
    }
    boolean any = false;
    for (Value value : method.returned) {
      CallSite made = models().values().resolve(method, value).site();
      if (made == null) {
        return false;
      }
      any |= isWork(made, depth, seen);
    }
    return any;
  }

  /**
   * Whether a type leaves alone what a method of its own gives: a private one, the overload that a
   * method without a result stands for, one that is named as a function without a result.
   */
  private boolean isInternal(CallSite site) {
    Callable caller = site.body.callable;
    return caller.kind() == Callable.Kind.METHOD_REFERENCE
        || site.target() instanceof Target.Known known
            && known.owner().equals(caller.owner())
            && (known.name().equals(caller.name())
                || program.index().callees(site).stream()
                    .anyMatch(c -> c.body().callable.modifiers().contains("private")));
  }

  /** A later stage of something: whoever has the earlier one may look at it. */
  private boolean isStage(CallSite site) {
    return site.model()
        .map(model -> model.effects(Effect.Chains.class).anyMatch(c -> c.from() == Effect.RECEIVER))
        .orElse(false);
  }

  /**
   * Whether other calls of the same method of the program use what it gives. One whose result
   * hardly anyone uses is meant to be left alone. Calls that could not be resolved count as
   * dropped.
   */
  private boolean othersLook(CallSite site) {
    if (program.index().type(((Target.Known) site.target()).owner()).isEmpty()) {
      return true;
    }
    int[] counts = uses.get().getOrDefault(key(site), new int[2]);
    return counts[1] < FEW || counts[0] * 2 <= counts[1];
  }

  private static String key(CallSite site) {
    return site.name() + "/" + site.args().size();
  }

  /** How often results of methods of a name are dropped, and how often they are called. */
  private Map<String, int[]> count() {
    Map<String, int[]> counts = new HashMap<>();
    Stream.concat(
            program.unresolved().filter(site -> !site.isNew()),
            asynchronous.stream()
                .filter(site -> !isUnresolved(site) && models().tagged(site.type(), "future")))
        .forEach(
            site -> {
              boolean dropped = isUnresolved(site) || Used.isDropped(site);
              int[] count = counts.computeIfAbsent(key(site), k -> new int[2]);
              count[0] += dropped ? 1 : 0;
              count[1]++;
            });
    return counts;
  }

  private static boolean isUnresolved(CallSite site) {
    return site.target() instanceof Target.Unknown;
  }

  /**
   * Whether an exception gets out of what is handed over, if anything is: a function that is seen,
   * an object that has a body of its own, or whatever callers hand in. Functions that a call does
   * not run elsewhere fill in the request it starts.
   */
  private boolean mayFail(CallSite site) {
    boolean spawns = site.effect(Effect.Spawns.class).isPresent();
    boolean starts = spawns && site.effect(Effect.Runs.class).isPresent();
    if (spawns && !starts) {
      return true;
    }
    List<Body> functions =
        site.args().stream()
            .flatMap(arg -> program.closures().bodies(site.body, arg).stream())
            .filter(body -> starts || body.callable.isClosure())
            .toList();
    return functions.isEmpty()
        ? !starts || handsOn(site)
        : functions.stream().anyMatch(task -> failures.escape(task).isPresent());
  }

  private boolean handsOn(CallSite site) {
    return site.model().stream()
        .flatMap(member -> member.effects(Effect.Runs.class))
        .map(runs -> models().values().resolve(site.body, site.operand(runs.param())).value())
        .anyMatch(Value.Param.class::isInstance);
  }

  private Models models() {
    return program.models();
  }
}
