package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects that take long to make, made again for every item although one would do. */
public final class Allocations {
  private static final int CHAIN = 8;

  private final Program program;
  private final Models models;
  private final Rounds rounds;
  private final Lazy<Summaries> slow;

  private Allocations(Program program) {
    this.program = program;
    this.models = program.models();
    this.rounds = new Rounds(models);
    this.slow =
        new Lazy<>(
            () ->
                new Summaries(program.callGraph(), program.calls().filter(this::maySlow).toList()));
  }

  /** The allocations of a program. */
  public static Allocations of(Program program) {
    return program.derived(Allocations.class, Allocations::new);
  }

  /**
   * An object made again and again.
   *
   * @param constant whether it is made of constants alone
   * @param plain whether it stands in the loop itself, and more than a compiled pattern is lost
   */
  public record Heavy(CallSite site, boolean constant, boolean plain) {}

  /**
   * Every object that is made of the same values for each item of data and used there alone.
   *
   * @param limit rounds that are too few to count
   */
  public Stream<Heavy> perItem(int limit) {
    return program
        .modelled()
        .filter(site -> site.has(Effect.Flag.ALLOCATES_HEAVY))
        .filter(site -> site.effect(Effect.Makes.class).isEmpty())
        .filter(site -> !isRare(site) && isRepeated(site, limit))
        .filter(site -> !isThrownAway(site) || standsInRound(site))
        .filter(site -> isSameEachTime(site) && !isNegligible(site))
        .filter(site -> isThrownAway(site) || isUsedHere(site, site.result()))
        .map(site -> new Heavy(site, isConstant(site), isPlain(site)));
  }

  private boolean isPlain(CallSite site) {
    return !isThrownAway(site) && standsInRound(site);
  }

  private boolean maySlow(CallSite site) {
    return site.target() instanceof Target.Unknown || program.event(site).isPresent();
  }

  private boolean standsInRound(CallSite site) {
    return innermost(site).filter(cycle -> Rounds.isSeen(site.body, cycle)).isPresent();
  }

  /** Whether the same loop waits for something, beside which only a whole client takes long. */
  private boolean isNegligible(CallSite site) {
    Optional<Repetition.Cycle> cycle = innermost(site);
    if (cycle.isEmpty()
        || cycle.get().loop() == null
        || models.tagged(site.type(), "client")
        || models.tagged(site.type(), "singleton-like")) {
      return false;
    }
    return cycle.get().body().sites.stream()
        .filter(other -> Frame.outward(other.frame).anyMatch(f -> f.op() == cycle.get().loop()))
        .anyMatch(
            other ->
                maySlow(other)
                    || program.index().callees(other).stream()
                        .anyMatch(callee -> slow.get().has(callee.body())));
  }

  /** In the handling of a failure, or where it is made once and then remembered. */
  private static boolean isRare(CallSite site) {
    return Frame.outward(site.frame).anyMatch(frame -> frame.part() == Frame.Part.CATCH);
  }

  private boolean isRepeated(CallSite site, int limit) {
    return site.isRepeatedOverData(limit).certain()
        || innermost(site)
            .filter(cycle -> program.repetition().isUnbounded(cycle, limit).certain())
            .isPresent();
  }

  /** The loop around a site, or the call that runs its closure for each item. */
  private Optional<Repetition.Cycle> innermost(CallSite site) {
    Optional<Repetition.Cycle> known = program.repetition().innermost(site);
    return known.isPresent()
        ? known
        : program.closures().of(site.body).stream()
            .filter(use -> use.passed() == null && use.runs() != null && use.runs().perItem())
            .findFirst()
            .map(use -> new Repetition.Cycle(use.site().body, null, use.site()));
  }

  /** Whether the expensive object is made inside the call and never seen. */
  private static boolean isThrownAway(CallSite site) {
    return site.op instanceof Op.Call
        && (site.has(Effect.Flag.READS) || site.type().equals("boolean"));
  }

  private boolean isSameEachTime(CallSite site) {
    Optional<Repetition.Cycle> cycle = innermost(site);
    if (cycle.isEmpty()) {
      return false;
    }
    boolean onText = site.op instanceof Op.Call && site.has(Effect.Flag.READS);
    boolean receiver = site.isNew() || onText || isSame(site.body, site.receiver(), cycle.get());
    return receiver && site.args().stream().allMatch(arg -> isSame(site.body, arg, cycle.get()));
  }

  private boolean isSame(Body body, Value value, Repetition.Cycle cycle) {
    return rounds.isInvariant(body, value, cycle);
  }

  private boolean isConstant(CallSite site) {
    return site.args().stream()
        .allMatch(arg -> models.values().origin(site.body, arg).value() instanceof Value.Const);
  }

  /** Whether the object is only asked for something, by itself or as an argument of a call. */
  private boolean isUsedHere(CallSite site, int result) {
    return isUsedHere(site.body, new Value.Result(result), 0);
  }

  private boolean isUsedHere(Body body, Value value, int depth) {
    boolean[] stays = {depth < CHAIN};
    boolean[] used = {false};
    Operands.visit(
        body.callable.body(),
        (op, operand) -> {
          if (operand.equals(value)) {
            used[0] = true;
            stays[0] &= staysHere(body, op, value, depth);
          } else if (Operands.mentions(operand, value)) {
            stays[0] = false;
          }
        });
    return stays[0] && used[0];
  }

  private boolean staysHere(Body body, Op op, Value value, int depth) {
    if (op instanceof Op.Write write && write.place() instanceof Value.Local local) {
      boolean single = body.localWrites.getOrDefault(local.name(), java.util.List.of()).size() == 1;
      return single && body.declares(local.name()) && isUsedHere(body, local, depth + 1);
    }
    if (!(op instanceof Op.Call call) || !call.receiver().equals(value)) {
      return false;
    }
    CallSite asked = body.site(call.result());
    if (!asked.has(Effect.Flag.FLUENT)) {
      return !(asked.target() instanceof Target.Unknown);
    }
    return isUsedHere(body, new Value.Result(call.result()), depth + 1);
  }
}
