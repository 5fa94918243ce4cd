package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a question about a future, answered one way, tells that it is complete: one that the
 * knowledge has, or a method of the future's own type that asks those of itself.
 */
final class CompletionGuards {
  private static final int DEPTH = 3;

  private final Values values;

  CompletionGuards(Values values) {
    this.values = values;
  }

  /** Whether the receiver of a call is, or may be, complete when the call gives an answer. */
  boolean tells(CallSite asked, boolean answer) {
    return tells(asked, answer, 0);
  }

  private boolean tells(CallSite asked, boolean answer, int depth) {
    if (asked.target() instanceof Target.Unknown) {
      return true;
    }
    boolean known =
        asked
            .effect(Effect.Guards.class)
            .filter(guards -> guards.guard() == Effect.Guard.DONE)
            .isPresent();
    if (known) {
      return answer;
    }
    List<Index.Callee> callees = asked.body.program.index().callees(asked);
    return depth < DEPTH
        && !callees.isEmpty()
        && callees.stream().allMatch(callee -> tells(callee.body(), answer, depth + 1));
  }

  private boolean tells(Body method, boolean answer, int depth) {
    return !method.returned.isEmpty()
        && method.returned.stream().allMatch(value -> tells(method, value, answer, depth));
  }

  private boolean tells(Body method, Value given, boolean answer, int depth) {
    if (given instanceof Value.Const constant) {
      return constant.value().equals(!answer);
    }
    if (given instanceof Value.Logic logic) {
      boolean part = (logic.kind() == Value.Logic.Kind.NOT) != answer;
      Predicate<Value> tells = operand -> tells(method, operand, part, depth);
      boolean one = logic.kind() == (answer ? Value.Logic.Kind.AND : Value.Logic.Kind.OR);
      return one
          ? logic.operands().stream().anyMatch(tells)
          : logic.operands().stream().allMatch(tells);
    }
    CallSite asked = values.resolve(method, given).site();
    return asked != null
        && values.resolve(asked.body, asked.receiver()).value() instanceof Value.This
        && tells(asked, answer, depth);
  }
}
