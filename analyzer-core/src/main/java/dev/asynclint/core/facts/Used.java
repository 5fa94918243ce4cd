package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Value;
import java.util.List;

/**
 * Whether anything looks at what a call gives. Operators are not modelled: a call that stands
 * inside the text of a later step counts as used by it.
 */
final class Used {
  private Used() {}

  /** Whether a call is a statement of its own, so that its result is lost. */
  static boolean isDropped(CallSite site) {
    Op.Block body = site.body.callable.body();
    return standsAlone(body, site.op) && !isMentioned(body, site.result());
  }

  /** Whether a number is compared or reckoned with, rather than handed on or logged. */
  static boolean isCompared(CallSite site) {
    return !site.type().equals("boolean")
        && !isMentioned(site.body.callable.body(), site.result())
        && !isDropped(site);
  }

  private static boolean isMentioned(Op body, int result) {
    Value given = new Value.Result(result);
    boolean[] found = {false};
    Operands.visit(body, (op, operand) -> found[0] |= Operands.mentions(operand, given));
    return found[0];
  }

  private static boolean standsAlone(Op within, Op call) {
    if (within instanceof Op.Opaque opaque && opaque.kids().contains(call)) {
      return false;
    }
    if (within instanceof Op.Loop loop && loop.body().ops().contains(call)) {
      return false;
    }
    if (within instanceof Op.Block block && block.ops().contains(call)) {
      List<Op> after = block.ops().subList(block.ops().indexOf(call) + 1, block.ops().size());
      return after.stream().noneMatch(op -> covers(op.origin(), call.origin()));
    }
    return Operands.parts(within).stream().anyMatch(part -> standsAlone(part, call));
  }

  private static boolean covers(Origin outer, Origin inner) {
    return outer.start() <= inner.start() && outer.end() >= inner.end();
  }
}
