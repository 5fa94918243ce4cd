package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;

/**
 * Methods that return a future or publisher because their signature wants one, and have done their
 * work by then: every result is complete when it is made.
 */
final class FormalPromises {
  private static final int DEPTH = 3;

  private final Index index;
  private final Models models;

  FormalPromises(Index index, Models models) {
    this.index = index;
    this.models = models;
  }

  /** Whether all results of a method are complete from the start, as far as can be seen. */
  boolean isFormal(Body body) {
    return isFormal(body, 0);
  }

  private boolean isFormal(Body body, int depth) {
    return depth < DEPTH
        && !body.returned.isEmpty()
        && body.returned.stream().allMatch(value -> isComplete(body, value, depth));
  }

  private boolean isComplete(Body body, Value value, int depth) {
    Values.Ref ref = models.values().origin(body, value);
    if (ref.value() instanceof Value.Choice choice) {
      return choice.options().stream().allMatch(one -> isComplete(ref.body(), one, depth));
    }
    CallSite made = ref.site();
    if (made == null) {
      return ref.value().equals(Value.Const.NULL);
    }
    List<Index.Callee> callees = index.callees(made);
    return made.has(Effect.Flag.COMPLETED)
        || (!callees.isEmpty()
            && callees.stream().allMatch(callee -> isFormal(callee.body(), depth + 1)));
  }
}
