package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.List;

/** What stays the same from one round of a repetition to the next, and how rounds may end. */
final class Rounds {
  private static final int DEPTH = 6;

  private final Models models;

  Rounds(Models models) {
    this.models = models;
  }

  /** Whether a value is the same in every round, as far as the text tells. */
  boolean isInvariant(Body body, Value value, Repetition.Cycle cycle) {
    return isInvariant(body, value, cycle, true, 0);
  }

  /** Whether a value may be taken for the same object in every round, going by its text. */
  boolean isSameObject(Body body, Value value, Repetition.Cycle cycle) {
    return isInvariant(body, value, cycle, false, 0);
  }

  private boolean isInvariant(
      Body body, Value value, Repetition.Cycle cycle, boolean known, int depth) {
    if (value instanceof Value.Const || value instanceof Value.TypeName) {
      return true;
    } else if (value instanceof Value.Field field) {
      return isInvariantBase(field.base()) && !assigns(scope(body, cycle), field);
    } else if (value instanceof Value.Local local) {
      return isOutside(body, local.name(), cycle) || isCopyOf(body, local, cycle, known, depth);
    } else if (value instanceof Value.Param param) {
      return isOutside(body, param.name(), cycle);
    }
    CallSite site = value instanceof Value.Result result ? body.site(result.op()) : null;
    return site != null
        && depth < DEPTH
        && (!known || site.model().isPresent())
        && (site.isNew() || isInvariant(body, site.receiver(), cycle, known, depth + 1))
        && site.args().stream().allMatch(arg -> isInvariant(body, arg, cycle, known, depth + 1));
  }

  private static boolean isInvariantBase(Value base) {
    return base instanceof Value.This || base instanceof Value.TypeName;
  }

  private boolean isCopyOf(
      Body body, Value.Local local, Repetition.Cycle cycle, boolean known, int depth) {
    Body declarer = body.declarer(local.name());
    List<Value> writes =
        declarer == null ? List.of() : declarer.localWrites.getOrDefault(local.name(), List.of());
    return declarer == body
        && writes.size() == 1
        && depth < DEPTH
        && isInvariant(body, writes.get(0), cycle, known, depth + 1);
  }

  /** Whether a variable has its value before the first round, and keeps it. */
  private static boolean isOutside(Body body, String name, Repetition.Cycle cycle) {
    Body declarer = body.declarer(name);
    if (declarer == null || !isSeen(body, cycle)) {
      return false;
    }
    return declarer == cycle.body()
        ? cycle.loop() == null || !assigns(cycle.loop(), name)
        : isBelow(cycle.body(), declarer);
  }

  /** Whether a callable is the one that repeats, or stands in it. */
  static boolean isSeen(Body body, Repetition.Cycle cycle) {
    return body == cycle.body() || isBelow(body, cycle.body());
  }

  private static boolean isBelow(Body body, Body outer) {
    for (Body one = body.enclosing; one != null; one = one.enclosing) {
      if (one == outer) {
        return true;
      }
    }
    return false;
  }

  private static Op scope(Body body, Repetition.Cycle cycle) {
    return cycle.loop() != null && cycle.body() == body ? cycle.loop() : body.callable.body();
  }

  private static boolean assigns(Op op, String local) {
    return assigns(op, new Value.Local(local)) || assigns(op, new Value.Param(local));
  }

  /** Whether a step, or one inside it, gives a place another value. */
  static boolean assigns(Op op, Value place) {
    return (op instanceof Op.Write write && write.place().equals(place))
        || (op instanceof Op.Loop loop && loop.variable().equals(place))
        || Operands.parts(op).stream().anyMatch(part -> assigns(part, place));
  }

  /** Whether a round may be the last because of what happens in it. */
  static boolean mayLeave(Op op) {
    return op instanceof Op.Return
        || (op instanceof Op.Opaque opaque && opaque.what().equals("break"))
        || Operands.parts(op).stream().anyMatch(Rounds::mayLeave);
  }
}
