package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import java.util.HashSet;
import java.util.Set;

/** Walks the ways through a callable and asks whether one ends with a promise still open. */
final class CompletionWays {
  private final Body body;
  private final PromiseUses uses;
  private final Set<Integer> completing = new HashSet<>();
  private boolean leftOpen;
  private boolean unsure;

  /** What may be true of the promise where a way goes on; nothing is when it does not. */
  private record State(boolean open, boolean done) {
    private static final State START = new State(true, false);
    private static final State NONE = new State(false, false);

    private State or(State other) {
      return new State(open || other.open, done || other.done);
    }

    private boolean ends() {
      return !open && !done;
    }
  }

  private CompletionWays(Body body, PromiseUses uses) {
    this.body = body;
    this.uses = uses;
    uses.completions.forEach(site -> completing.add(site.result()));
  }

  /**
   * Whether one way gives the promise out, or for a function just ends, with nothing to complete it
   * any more. An exception on the way is not counted, nor is what a loop does.
   */
  static boolean leaveOpen(Body body, PromiseUses uses) {
    CompletionWays ways = new CompletionWays(body, uses);
    State end = ways.walk(body.callable.body(), State.START);
    if (uses.maker != body) {
      ways.leftOpen |= end.open;
    }
    return ways.leftOpen && !ways.unsure;
  }

  private State walk(Op op, State before) {
    if (before.ends()) {
      return before;
    } else if (op instanceof Op.Call call) {
      return completing.contains(call.result()) ? new State(false, true) : before;
    } else if (op instanceof Op.Return done) {
      leftOpen |= before.open && (body != uses.maker || uses.isOf(done.value()));
      return State.NONE;
    } else if (op instanceof Op.Throw) {
      return State.NONE;
    } else if (op instanceof Op.Branch branch) {
      return branch(branch, before);
    } else if (op instanceof Op.Try attempt) {
      return attempt(attempt, before);
    } else if (op instanceof Op.Loop loop) {
      unsure |= completes(loop.body());
      return before;
    }
    State state = before;
    for (Op part : Operands.parts(op)) {
      state = walk(part, state);
    }
    return state;
  }

  private State branch(Op.Branch branch, State before) {
    State after = branch.exhaustive() ? State.NONE : before;
    boolean groups = branch.arms().stream().anyMatch(CompletionWays::breaks);
    State through = State.NONE;
    for (Op.Block arm : branch.arms()) {
      State end = walk(arm, before.or(through));
      boolean last = arm == branch.arms().get(branch.arms().size() - 1);
      boolean goesOn = !last && (groups ? !breaks(arm) : isLabel(branch, arm));
      through = goesOn ? end : State.NONE;
      after = goesOn ? after : after.or(end);
    }
    return after;
  }

  /** Whether an arm of a switch is nothing but one more label of the next. */
  private static boolean isLabel(Op.Branch branch, Op.Block arm) {
    return branch.arms().size() > 2 && arm.ops().isEmpty();
  }

  /** Whether an arm of a switch ends with a break; groups that do not go on with the next. */
  private static boolean breaks(Op.Block arm) {
    if (arm.ops().isEmpty()) {
      return false;
    }
    Op last = arm.ops().get(arm.ops().size() - 1);
    return last instanceof Op.Opaque opaque && opaque.what().equals("break")
        || last instanceof Op.Block block && breaks(block);
  }

  /** A handler counts when something besides the completion itself may fail. */
  private State attempt(Op.Try attempt, State before) {
    State opened = walk(attempt.resources(), before);
    State after = walk(attempt.body(), opened);
    boolean mayFail = mayFail(attempt.resources()) || mayFail(attempt.body());
    for (Op.Catch handler : attempt.catches()) {
      if (mayFail) {
        after = after.or(walk(handler.body(), before));
      }
    }
    return walk(attempt.finallyBlock(), after);
  }

  private boolean completes(Op op) {
    return op instanceof Op.Call call && completing.contains(call.result())
        || Operands.parts(op).stream().anyMatch(this::completes);
  }

  private boolean mayFail(Op op) {
    boolean here =
        op instanceof Op.Call call && !completing.contains(call.result())
            || op instanceof Op.New made && !made.type().endsWith("[]");
    return here || Operands.parts(op).stream().anyMatch(this::mayFail);
  }
}
