package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;

/** Whether one body only reads a value that has elements, or does more with it. */
final class CopyUse {
  private final Body body;
  private final Value value;
  private final int from;
  private boolean used;
  private Answer reads = Answer.YES;

  /**
   * What a body does with a value.
   *
   * @param from offset in the file before which uses do not count
   */
  CopyUse(Body body, Value value, int from) {
    this.body = body;
    this.value = value;
    this.from = from;
  }

  /** Yes when the value is only read; no when it is changed or kept; unknown when not used. */
  Answer within(Op op) {
    Operands.visit(
        op,
        (at, operand) -> {
          if (at.origin().start() >= from && Operands.mentions(operand, value)) {
            used = true;
            reads = reads.and(use(at, operand));
          }
        });
    return used ? reads : Answer.UNKNOWN;
  }

  /** Whether {@link #within} found any use. */
  boolean isUsed() {
    return used;
  }

  private Answer use(Op op, Value operand) {
    if (op instanceof Op.Write write) {
      return ofWrite(write, operand);
    } else if (isPart(operand) || op instanceof Op.Read) {
      return Answer.YES;
    } else if (op instanceof Op.Loop loop) {
      boolean reads = loop.subject().equals(value) && leavesOthersAlone(loop.body());
      return reads ? Answer.YES : Answer.UNKNOWN;
    } else if (op instanceof Op.Return || op instanceof Op.Throw) {
      return Answer.NO;
    } else if (op instanceof Op.Call call) {
      return ofCall(body.site(call.result()));
    } else if (op instanceof Op.New creation) {
      return ofCall(body.site(creation.result()));
    }
    return Answer.UNKNOWN;
  }

  /** An element, or the length: what is done with it leaves the whole as it is. */
  private static boolean isPart(Value operand) {
    return operand instanceof Value.Element || operand instanceof Value.Field;
  }

  private static Answer ofWrite(Op.Write write, Value operand) {
    if (isPart(operand)) {
      return Answer.of(!write.place().equals(operand));
    }
    return write.place() instanceof Value.Local ? Answer.UNKNOWN : Answer.NO;
  }

  private Answer ofCall(CallSite site) {
    boolean asked = site.receiver().equals(value);
    if (asked && site.has(Effect.Flag.MUTATES)) {
      return Answer.NO;
    }
    long given =
        site.args().stream().filter(arg -> Operands.mentions(arg, value) && !isPart(arg)).count();
    boolean copied =
        site.effect(Effect.Copies.class)
            .filter(copies -> site.operand(copies.from()).equals(value))
            .isPresent();
    if (copied) {
      return given + (asked ? 1 : 0) == 1 ? Answer.YES : Answer.UNKNOWN;
    }
    if (!asked || given > 0) {
      return Answer.UNKNOWN;
    }
    if (site.has(Effect.Flag.FLUENT)) {
      return new CopyUse(body, new Value.Result(site.result()), from).within(body.callable.body());
    }
    boolean looks =
        site.has(Effect.Flag.READS)
            && site.effect(Effect.Runs.class).isEmpty()
            && site.effect(Effect.Chains.class).isEmpty();
    return looks ? Answer.YES : Answer.UNKNOWN;
  }

  /**
   * Whether what is done per element cannot reach the collection by another way, as a listener does
   * that removes itself.
   */
  private boolean leavesOthersAlone(Op op) {
    if (op instanceof Op.Make) {
      return false;
    }
    if (op instanceof Op.Call call) {
      CallSite site = body.site(call.result());
      return site.model().isPresent() && site.effect(Effect.Runs.class).isEmpty();
    }
    return Operands.parts(op).stream().allMatch(this::leavesOthersAlone);
  }
}
