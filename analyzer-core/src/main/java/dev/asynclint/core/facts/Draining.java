package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.Optional;

/** Tells loops that wait for an item of a queue from those that empty it. */
final class Draining {
  private Draining() {}

  /**
   * Whether a loop takes from a queue until it gets an item, rather than until none is left: one
   * that asks the queue something else too does not tell, and an item that is waited for is used
   * once it is there.
   */
  static boolean awaits(Place look, CallSite taken, Op.Loop loop) {
    Optional<Value> item = kept(loop.body(), taken.result());
    return look.equals(taken.place())
        && item.isPresent()
        && (loop.kind() != Op.Loop.Kind.DO || isUsedBehind(taken.body, item.get(), loop))
        && taken.body.sites.stream()
            .filter(site -> site != taken && site.receiver().equals(taken.receiver()))
            .noneMatch(site -> isIn(site, loop));
  }

  private static boolean isUsedBehind(Body body, Value item, Op.Loop loop) {
    return body.returned.contains(item)
        || body.sites.stream()
            .filter(site -> !isIn(site, loop))
            .anyMatch(site -> site.receiver().equals(item) || site.args().contains(item));
  }

  private static boolean isIn(CallSite site, Op.Loop loop) {
    return Frame.outward(site.frame).anyMatch(frame -> frame.op() == loop);
  }

  private static Optional<Value> kept(Op op, int result) {
    boolean here =
        op instanceof Op.Write write
            && write.value() instanceof Value.Result value
            && value.op() == result;
    return here
        ? Optional.of(((Op.Write) op).place())
        : Operands.parts(op).stream()
            .map(part -> kept(part, result))
            .flatMap(Optional::stream)
            .findFirst();
  }
}
