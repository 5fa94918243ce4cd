package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies, what they are made of, and whether the original would do. */
final class Copying {
  private static final int VIEWS = 3;

  private final Lazy<Nesting> nesting;
  private final Models models;
  private final Repetition repetition;

  Copying(Lazy<Nesting> nesting, Models models, Repetition repetition) {
    this.nesting = nesting;
    this.models = models;
    this.repetition = repetition;
  }

  /**
   * Whether a call copies the same local or parameter again for every item.
   *
   * @param few elements spelled out in the source that are too few to count
   */
  Answer perItem(CallSite site, int few) {
    Optional<Effect.Copies> copies = site.effect(Effect.Copies.class);
    if (copies.isEmpty()) {
      return Answer.NO;
    }
    Optional<Repetition.Cycle> cycle = repetition.innermost(site);
    if (cycle.isEmpty()) {
      return Answer.NO;
    }
    Value source = source(site, copies.get());
    if (!isVariable(source) || !holdsMany(site.body, source)) {
      return Answer.UNKNOWN;
    }
    CallSite made = models.values().origin(site.body, source).site();
    if (made != null && isSmall(made, few)) {
      return Answer.NO;
    }
    return isSame(site.body.declarer(name(source)), source, cycle.get())
        ? Answer.YES
        : Answer.UNKNOWN;
  }

  /** What is copied, looking through views of it. */
  private Value source(CallSite site, Effect.Copies copies) {
    Value source = site.operand(copies.from());
    for (int depth = 0; depth < VIEWS && !isVariable(source); depth++) {
      CallSite view = models.values().resolve(site.body, source).site();
      if (view == null || !view.has(Effect.Flag.FLUENT)) {
        return source;
      }
      source = view.receiver();
    }
    return source;
  }

  private static boolean isVariable(Value value) {
    return value instanceof Value.Local || value instanceof Value.Param;
  }

  private static String name(Value variable) {
    return variable instanceof Value.Local local ? local.name() : ((Value.Param) variable).name();
  }

  /** Whether a variable's type says that it has elements; a capacity is copied by nobody. */
  private boolean holdsMany(Body body, Value variable) {
    Body declarer = body.declarer(name(variable));
    if (declarer == null) {
      return false;
    }
    return Stream.concat(declarer.callable.params().stream(), declarer.callable.locals().stream())
        .filter(declared -> declared.name().equals(name(variable)))
        .map(Callable.Variable::type)
        .anyMatch(
            type ->
                type.endsWith("[]")
                    || Stream.of("collection", "map", "buffer", "large")
                        .anyMatch(tag -> models.tagged(type, tag)));
  }

  /** Whether something is made of a few values spelled out, or is a short array. */
  private static boolean isSmall(CallSite made, int few) {
    List<Value> args = made.args();
    if (made.isNew()) {
      return made.type().endsWith("[]")
          && args.size() == 1
          && args.get(0) instanceof Value.Const constant
          && constant.value() instanceof Number length
          && length.longValue() <= few;
    }
    boolean values = args.size() != 1 || args.get(0) instanceof Value.Const;
    return made.receiver() instanceof Value.TypeName
        && !made.has(Effect.Flag.RETURNS_LARGE)
        && values
        && args.size() <= few;
  }

  /** Whether a variable belongs to what stands around a repetition, and is not assigned in it. */
  private static boolean isSame(Body declarer, Value variable, Repetition.Cycle cycle) {
    return isInside(cycle.body(), declarer)
        && (cycle.loop() == null
            || (!cycle.loop().variable().equals(variable)
                && !assigns(cycle.loop().body(), variable)));
  }

  private static boolean isInside(Body inner, Body outer) {
    Body body = inner;
    while (body != null && body != outer) {
      body = body.enclosing;
    }
    return body != null;
  }

  private static boolean assigns(Op op, Value variable) {
    return (op instanceof Op.Write write && write.place().equals(variable))
        || (op instanceof Op.Loop loop && loop.variable().equals(variable))
        || Operands.parts(op).stream().anyMatch(part -> assigns(part, variable));
  }

  /**
   * Whether the copy is only looked at, and neither it nor the original is changed or given away
   * while the repetition lasts.
   */
  Answer isReadOnly(CallSite site) {
    Optional<Effect.Copies> copies = site.effect(Effect.Copies.class);
    Optional<Repetition.Cycle> cycle = repetition.innermost(site);
    if (copies.isEmpty() || cycle.isEmpty()) {
      return Answer.UNKNOWN;
    }
    Value source = source(site, copies.get());
    if (!isVariable(source)) {
      return Answer.UNKNOWN;
    }
    Body declarer = site.body.declarer(name(source));
    if (declarer == null) {
      return Answer.UNKNOWN;
    }
    return copyIsRead(site).and(sourceIsRead(declarer, source, cycle.get()));
  }

  private Answer copyIsRead(CallSite site) {
    Value copy = new Value.Result(site.result());
    List<String> names =
        site.body.localWrites.entrySet().stream()
            .filter(entry -> entry.getValue().contains(copy))
            .map(Map.Entry::getKey)
            .toList();
    if (names.isEmpty()) {
      return new CopyUse(site.body, copy, 0).within(site.body.callable.body());
    }
    Value named = new Value.Local(names.get(0));
    boolean alone = names.size() == 1 && site.body.localWrites.get(names.get(0)).size() == 1;
    return alone && !isCaptured(site.body, named)
        ? new CopyUse(site.body, named, 0).within(site.body.callable.body())
        : Answer.UNKNOWN;
  }

  private boolean isCaptured(Body body, Value variable) {
    return nesting.get().directlyIn(body).stream()
        .flatMap(inner -> inner.callable.captures().stream())
        .anyMatch(capture -> capture.variable().equals(variable));
  }

  /**
   * Whether the original is only read: everywhere in closures, since they may run at any time, and
   * in the body that declares it from where the repetition starts.
   */
  private Answer sourceIsRead(Body declarer, Value source, Repetition.Cycle cycle) {
    Answer all = Answer.YES;
    for (Body body : nesting.get().closure(List.of(declarer))) {
      if (body.declarer(name(source)) == declarer) {
        boolean looped = cycle.loop() != null && cycle.body() == body && body == declarer;
        CallSite start = cycle.call();
        int from =
            body == declarer && start != null && start.body == body ? start.op.origin().start() : 0;
        CopyUse use = new CopyUse(body, source, from);
        Answer reads = use.within(looped ? cycle.loop() : body.callable.body());
        all = use.isUsed() ? all.and(reads) : all;
      }
    }
    return all;
  }
}
