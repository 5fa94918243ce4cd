package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;

/** Constants that callers pass and that decide whether, or how long, something further in waits. */
final class Switches {
  private Switches() {}

  /**
   * Whether a way cannot be gone to its end: a call on it stands under a condition that a constant
   * from further out denies, or its last call is given no time at all.
   *
   * @param way calls from the outermost on, the event last; null where a link is no plain call
   */
  static boolean deny(List<CallSite> way) {
    int last = way.size() - 1;
    for (int at = 0; at <= last; at++) {
      CallSite site = way.get(at);
      for (Guard guard = site == null ? null : site.guards; guard != null; guard = guard.outer()) {
        Object known = constant(way, at, guard.condition());
        if (known instanceof Boolean truth && truth != guard.holds()) {
          return true;
        }
      }
    }
    CallSite event = last < 0 ? null : way.get(last);
    return event != null
        && constant(way, last, event.operand(timeout(event))) instanceof Number time
        && time.longValue() == 0;
  }

  private static int timeout(CallSite event) {
    return event
        .effect(Effect.Waits.class)
        .map(Effect.Waits::timeout)
        .or(() -> event.effect(Effect.Blocks.class).map(Effect.Blocks::timeout))
        .orElse(Effect.NOTHING);
  }

  /** The constant that a parameter has on a way; null when there is none. */
  private static Object constant(List<CallSite> way, int at, Value value) {
    Value seen = value;
    for (int i = at; i >= 0 && way.get(i) != null; i--) {
      Body body = way.get(i).body;
      seen = body.program.models().values().resolve(body, seen).value();
      if (seen instanceof Value.Const constant) {
        return constant.value();
      }
      CallSite from = i == 0 ? null : way.get(i - 1);
      List<Callable.Variable> params = body.callable.params();
      if (!(seen instanceof Value.Param param)
          || from == null
          || !runs(from, body.callable)
          || from.args().size() != params.size()
          || isAssigned(body, param)) {
        return null;
      }
      int position = params.stream().map(Callable.Variable::name).toList().indexOf(param.name());
      if (position < 0) {
        return null;
      }
      seen = from.args().get(position);
    }
    return null;
  }

  /** Whether the arguments of a call are the parameters of a callable, one by one. */
  private static boolean runs(CallSite call, Callable callable) {
    return call.isNew()
        ? callable.kind() == Callable.Kind.CONSTRUCTOR
        : callable.kind() == Callable.Kind.METHOD && callable.name().equals(call.name());
  }

  private static boolean isAssigned(Body body, Value.Param param) {
    return body.fieldWrites.stream().anyMatch(write -> write.place().equals(param));
  }
}
