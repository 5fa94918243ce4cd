package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;

/** Whether anything looks at what a call gives. */
final class Used {
  private Used() {}

  /** Whether a call is a statement of its own, so that its result is lost. */
  static boolean isDropped(CallSite site) {
    return Discards.in(site.body).contains(site.result());
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
}
