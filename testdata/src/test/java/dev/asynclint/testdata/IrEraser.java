package dev.asynclint.testdata;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import java.util.List;
import java.util.Random;

/**
 * Forgets some of what a front end resolved, as one would that knows fewer libraries: an erased
 * call keeps its name and arguments and loses target and result type.
 *
 * @param random decides; the same seed erases the same things
 * @param share of the calls and creations to erase, from 0 to 1
 */
record IrEraser(Random random, double share) {

  /** The units with some targets unknown. */
  List<Unit> erase(List<Unit> units) {
    return units.stream().map(this::erase).toList();
  }

  private Unit erase(Unit unit) {
    List<Callable> callables = unit.callables().stream().map(this::erase).toList();
    return new Unit(
        unit.file(),
        unit.types(),
        callables,
        unit.comments(),
        unit.lines(),
        unit.complete(),
        unit.header());
  }

  private Callable erase(Callable of) {
    return new Callable(
        of.id(),
        of.kind(),
        of.owner(),
        of.name(),
        of.params(),
        of.annotations(),
        of.modifiers(),
        of.enclosing(),
        of.captures(),
        of.locals(),
        of.returns(),
        erase(of.body()),
        of.hasBody(),
        of.origin());
  }

  private Op.Block erase(Op.Block block) {
    return new Op.Block(block.origin(), block.ops().stream().map(this::erase).toList());
  }

  private Op erase(Op op) {
    if (op instanceof Op.Call call) {
      return random.nextDouble() < share
          ? new Op.Call(
              call.origin(),
              unknown(call.target()),
              call.receiver(),
              call.args(),
              call.result(),
              Types.UNKNOWN)
          : call;
    }
    if (op instanceof Op.New made) {
      return random.nextDouble() < share
          ? new Op.New(
              made.origin(), made.type(), unknown(made.target()), made.args(), made.result())
          : made;
    }
    if (op instanceof Op.Block block) {
      return erase(block);
    }
    if (op instanceof Op.Branch branch) {
      return new Op.Branch(
          branch.origin(),
          branch.condition(),
          branch.arms().stream().map(this::erase).toList(),
          branch.exhaustive());
    }
    if (op instanceof Op.Loop loop) {
      return new Op.Loop(
          loop.origin(),
          loop.kind(),
          loop.subject(),
          loop.bound(),
          loop.variable(),
          erase(loop.body()));
    }
    if (op instanceof Op.Try tried) {
      return new Op.Try(
          tried.origin(),
          erase(tried.resources()),
          erase(tried.body()),
          tried.catches().stream().map(this::erase).toList(),
          erase(tried.finallyBlock()));
    }
    if (op instanceof Op.Sync sync) {
      return new Op.Sync(sync.origin(), sync.lock(), erase(sync.body()));
    }
    if (op instanceof Op.Opaque opaque) {
      return new Op.Opaque(
          opaque.origin(), opaque.what(), opaque.kids().stream().map(this::erase).toList());
    }
    return op;
  }

  private Op.Catch erase(Op.Catch one) {
    return new Op.Catch(one.origin(), one.types(), one.variable(), erase(one.body()));
  }

  private static Target unknown(Target target) {
    return new Target.Unknown(target.name(), target.arity(), Types.UNKNOWN);
  }
}
