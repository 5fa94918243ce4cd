package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Copies, what they are made of, and whether the original would do. */
final class Copying {
  private final Models models;
  private final Repetition repetition;

  Copying(Models models, Repetition repetition) {
    this.models = models;
    this.repetition = repetition;
  }

  /** Whether a call copies the same local or parameter again for every item. */
  Answer perItem(CallSite site) {
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
    return Answer.of(!changes(site.body, source, cycle.get()));
  }

  /** What is copied, looking through views of it. */
  private Value source(CallSite site, Effect.Copies copies) {
    Value source = site.operand(copies.from());
    for (int depth = 0; depth < 3 && !isVariable(source); depth++) {
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
                    || models.tagged(type, "collection")
                    || models.tagged(type, "map"));
  }

  /** Whether a variable is assigned, or belongs to, the repeated part. */
  private boolean changes(Body body, Value source, Repetition.Cycle cycle) {
    String name = name(source);
    Body declarer = body.declarer(name);
    if (declarer == null) {
      return true;
    }
    if (cycle.loop() == null) {
      return declarer == body || within(declarer, cycle);
    }
    Set<Value> written = new java.util.HashSet<>();
    written.add(cycle.loop().variable());
    collect(cycle.loop().body(), written);
    return written.contains(source);
  }

  /** Whether a variable belongs to the closure that runs per item, or to one inside it. */
  private static boolean within(Body declarer, Repetition.Cycle cycle) {
    for (Body body = declarer; body != null; body = body.enclosing) {
      if (body == cycle.body()) {
        return false;
      }
    }
    return declarer != cycle.body() && !encloses(declarer, cycle.body());
  }

  private static boolean encloses(Body outer, Body inner) {
    for (Body body = inner; body != null; body = body.enclosing) {
      if (body == outer) {
        return true;
      }
    }
    return false;
  }

  private static void collect(Op op, Set<Value> written) {
    if (op instanceof Op.Write write) {
      written.add(write.place());
    } else if (op instanceof Op.Loop loop) {
      written.add(loop.variable());
    }
    Operands.parts(op).forEach(part -> collect(part, written));
  }

  /**
   * Whether the copy is only looked at, and neither it nor the original is changed or given away.
   */
  Answer isReadOnly(CallSite site) {
    Effect.Copies copies = site.effect(Effect.Copies.class).orElseThrow();
    Value source = source(site, copies);
    Value copy = new Value.Result(site.result());
    Value named = local(site, copy);
    if (named == null) {
      return onlyReads(site, copy, site.op).and(unchanged(site, source));
    }
    return onlyReads(site, named, null).and(unchanged(site, source));
  }

  /** The local a result is stored in, when that is its only use. */
  private static Value local(CallSite site, Value result) {
    for (var entry : site.body.localWrites.entrySet()) {
      if (entry.getValue().size() == 1 && entry.getValue().get(0).equals(result)) {
        return new Value.Local(entry.getKey());
      }
    }
    return null;
  }

  private Answer onlyReads(CallSite site, Value value, Op except) {
    Answer[] all = {Answer.UNKNOWN};
    boolean[] other = {false};
    Operands.visit(
        site.body.callable.body(),
        (op, operand) -> {
          if (op != except && Operands.mentions(operand, value)) {
            if (reads(site.body, op, value)) {
              all[0] = Answer.YES;
            } else if (!(op instanceof Op.Write write && write.value().equals(value))
                || !(((Op.Write) op).place() instanceof Value.Local)) {
              other[0] = true;
            }
          }
        });
    return other[0] ? Answer.NO : all[0];
  }

  private boolean reads(Body body, Op op, Value value) {
    if (op instanceof Op.Loop loop) {
      return loop.subject().equals(value);
    }
    if (op instanceof Op.Call call && call.receiver().equals(value)) {
      CallSite site = body.byResult.get(call.result());
      return site.has(Effect.Flag.READS) && !call.args().contains(value);
    }
    return op instanceof Op.Read read
        && read.place() instanceof Value.Element element
        && element.array().equals(value);
  }

  private Answer unchanged(CallSite site, Value source) {
    String name = name(source);
    Body declarer = site.body.declarer(name);
    if (declarer == null) {
      return Answer.UNKNOWN;
    }
    boolean[] other = {false};
    for (Body body = site.body; body != null; body = body.enclosing) {
      Body here = body;
      Operands.visit(
          body.callable.body(),
          (op, operand) -> {
            boolean mutates =
                op instanceof Op.Call call
                    && call.receiver().equals(source)
                    && here.byResult.get(call.result()).has(Effect.Flag.MUTATES);
            boolean element =
                op instanceof Op.Write write
                    && write.place() instanceof Value.Element target
                    && target.array().equals(source);
            other[0] |= mutates || element;
          });
    }
    return Answer.of(!other[0]);
  }

  private static String name(Value variable) {
    return variable instanceof Value.Local local ? local.name() : ((Value.Param) variable).name();
  }
}
