package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Items gathered into a collection whose items are then passed on one by one. */
public final class Expansions {
  private final Program program;
  private final Models models;

  private Expansions(Program program) {
    this.program = program;
    this.models = program.models();
  }

  /** The expansions of a program. */
  public static Expansions of(Program program) {
    return program.derived(Expansions.class, Expansions::new);
  }

  /**
   * A pair that does nothing but wait.
   *
   * @param gathers collects all items
   * @param expands passes them on one by one, right after it
   */
  public record Pair(CallSite gathers, CallSite expands) {
    /** Takes both out of the chain; empty when the text before them has no known end. */
    public List<Edit> withoutBoth() {
      return receiver()
          .map(before -> new Rewrite(expands.body).drop(expands, before).edits())
          .orElse(List.of());
    }

    private Optional<Origin> receiver() {
      Value value = gathers.receiver();
      if (value instanceof Value.Result made) {
        return Optional.of(gathers.body.site(made.op()).op.origin());
      }
      String name =
          value instanceof Value.Local local
              ? local.name()
              : value instanceof Value.Param param ? param.name() : "";
      int start = gathers.op.origin().start();
      return name.isEmpty() || name.contains("#")
          ? Optional.empty()
          : Optional.of(new Origin(start, start + name.length(), start));
    }
  }

  /** Every pair, in the order of the program. */
  public Stream<Pair> all() {
    return program.modelled().flatMap(site -> pair(site).stream());
  }

  private Optional<Pair> pair(CallSite site) {
    if (!(site.receiver() instanceof Value.Result)) {
      return Optional.empty();
    }
    CallSite before = models.values().resolve(site.body, site.receiver()).site();
    if (before == null
        || before.body != site.body
        || !before.has(Effect.Flag.GATHERS)
        || program.chains().next(before).size() != 1) {
      return Optional.empty();
    }
    return expands(site) ? Optional.of(new Pair(before, site)) : Optional.empty();
  }

  /** Whether a stage only takes apart the collection it is given. */
  private boolean expands(CallSite site) {
    Optional<Effect.Expands> expands = site.effect(Effect.Expands.class);
    if (expands.isPresent()) {
      return isIdentity(site.body, site.operand(expands.get().param()));
    }
    boolean composes =
        site.effect(Effect.Chains.class).isPresent()
            && site.effect(Effect.Maps.class).isEmpty()
            && site.args().size() == 1
            && site.effect(Effect.Runs.class).filter(runs -> runs.param() == 0).isPresent();
    return composes && takesApart(site.body, site.operand(0));
  }

  private boolean isIdentity(Body body, Value function) {
    Values.Ref ref = models.values().resolve(body, function);
    if (ref.site() != null) {
      return ref.site().has(Effect.Flag.IDENTITY);
    }
    return closure(ref).filter(one -> gives(one, one.returned)).isPresent();
  }

  private static boolean gives(Body closure, List<Value> returned) {
    return closure.sites.isEmpty() && returned.size() == 1 && isParameter(closure, returned.get(0));
  }

  private static boolean isParameter(Body closure, Value value) {
    List<Callable.Variable> params = closure.callable.params();
    return params.size() == 1 && value.equals(new Value.Param(params.get(0).name()));
  }

  /** Whether a function makes a publisher of exactly the items it is given, and nothing else. */
  private boolean takesApart(Body body, Value function) {
    Optional<Body> closure = closure(models.values().resolve(body, function));
    if (closure.isEmpty() || closure.get().sites.size() != 1) {
      return false;
    }
    CallSite only = closure.get().sites.get(0);
    return only.effect(Effect.Expands.class)
            .filter(expands -> isParameter(closure.get(), only.operand(expands.param())))
            .isPresent()
        && only.args().size() == 1
        && closure.get().callable.body().ops().stream().allMatch(op -> isPlain(op, only));
  }

  private static boolean isPlain(Op op, CallSite only) {
    if (op instanceof Op.Block block) {
      return block.ops().stream().allMatch(inner -> isPlain(inner, only));
    }
    return op == only.op || op instanceof Op.Return;
  }

  private Optional<Body> closure(Values.Ref ref) {
    return ref.value() instanceof Value.Closure closure
        ? program.index().body(closure.callable())
        : Optional.empty();
  }
}
