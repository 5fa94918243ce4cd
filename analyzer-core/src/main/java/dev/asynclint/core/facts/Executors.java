package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an executor, scheduler or thread factory is made of. */
final class Executors {
  private final Index index;
  private final Models models;

  /** An executor: the threads it has and the queue before them. */
  record Pool(Context context, Effect.Amount size, Effect.Amount queue) {
    static final Pool UNKNOWN =
        new Pool(Context.UNKNOWN, Effect.Amount.UNSTATED, Effect.Amount.UNSTATED);
  }

  Executors(Index index, Models models) {
    this.index = index;
    this.models = models;
  }

  /** The pool a value stands for. */
  Pool pool(Body body, Value value) {
    return pool(models.values().origin(body, value), 0);
  }

  /** The call or creation that makes an executor, behind decorators; null when not known. */
  CallSite maker(Body body, Value value) {
    Values.Ref ref = models.values().origin(body, value);
    for (int depth = 0; depth < 6; depth++) {
      CallSite made = ref.site();
      if (made == null || made.effect(Effect.Makes.class).isPresent()) {
        return made;
      }
      if (made.has(Effect.Flag.FLUENT)) {
        ref = models.values().origin(made.body, made.receiver());
      } else if (wraps(made)) {
        ref = models.values().origin(made.body, made.operand(0));
      } else {
        List<Index.Callee> callees = index.callees(made);
        if (callees.size() != 1 || callees.get(0).body().returned.size() != 1) {
          return null;
        }
        Body callee = callees.get(0).body();
        ref = models.values().origin(callee, callee.returned.get(0));
      }
    }
    return null;
  }

  /** Whether what an executor is made of goes through a call that could not be resolved. */
  boolean isOpaque(Body body, Value value) {
    CallSite made = models.values().origin(body, value).site();
    for (int depth = 0; made != null && depth < 8; depth++) {
      if (made.target() instanceof Target.Unknown) {
        return true;
      }
      made = models.values().origin(made.body, made.receiver()).site();
    }
    return false;
  }

  private Pool pool(Values.Ref ref, int depth) {
    if (depth > 4) {
      return Pool.UNKNOWN;
    }
    if (ref.value() instanceof Value.Choice choice) {
      List<Pool> all =
          choice.options().stream()
              .map(option -> pool(models.values().origin(ref.body(), option), depth + 1))
              .distinct()
              .toList();
      return all.size() == 1 ? all.get(0) : Pool.UNKNOWN;
    }
    if (ref.value() instanceof Value.Field field) {
      return typed(field.type());
    }
    if (ref.value() instanceof Value.Param param) {
      Body declarer = ref.body().declarer(param.name());
      return declarer == null
          ? Pool.UNKNOWN
          : declarer.callable.params().stream()
              .filter(declared -> declared.name().equals(param.name()))
              .findFirst()
              .map(declared -> typed(declared.type()))
              .orElse(Pool.UNKNOWN);
    }
    CallSite made = ref.site();
    if (made == null) {
      return Pool.UNKNOWN;
    }
    Optional<Effect.Makes> makes = made.effect(Effect.Makes.class);
    if (makes.isPresent()) {
      return new Pool(
          makes.get().context(),
          amount(made, makes.get().size()),
          amount(made, makes.get().queue()));
    }
    if (made.has(Effect.Flag.FLUENT)) {
      return pool(models.values().origin(made.body, made.receiver()), depth + 1);
    }
    if (wraps(made)) {
      return pool(models.values().origin(made.body, made.operand(0)), depth + 1);
    }
    List<Index.Callee> callees = index.callees(made);
    if (callees.size() == 1 && callees.get(0).body().returned.size() == 1) {
      Body callee = callees.get(0).body();
      return pool(models.values().origin(callee, callee.returned.get(0)), depth + 1);
    }
    return typed(made.type());
  }

  /** A factory that takes an executor and gives one, such as a decorator. */
  private boolean wraps(CallSite made) {
    return made.model().isPresent()
        && made.effect(Effect.Chains.class).filter(c -> c.from() == 0).isPresent();
  }

  private Effect.Amount amount(CallSite made, Effect.Amount stated) {
    if (stated.kind() != Effect.Amount.Kind.PARAM) {
      return stated;
    }
    OptionalLong number = models.values().number(made.body, made.operand(stated.value()));
    if (number.isPresent()) {
      boolean endless = number.getAsLong() >= Integer.MAX_VALUE;
      return new Effect.Amount(
          endless ? Effect.Amount.Kind.UNBOUNDED : Effect.Amount.Kind.CONSTANT,
          (int) Math.min(number.getAsLong(), Integer.MAX_VALUE));
    }
    return Effect.Amount.UNSTATED;
  }

  /** What the static type alone tells: tags name the context of types that have but one. */
  private Pool typed(String type) {
    if (type.equals(Types.UNKNOWN)) {
      return Pool.UNKNOWN;
    }
    for (String tag : models.knowledge().tags(models.types(), type)) {
      Optional<Context> context = Context.byId(tag);
      if (context.isPresent()) {
        return new Pool(context.get(), Effect.Amount.UNSTATED, Effect.Amount.UNSTATED);
      }
    }
    return Pool.UNKNOWN;
  }
}
