package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Visits every operand of every operation of a body, with the operation that uses it. */
final class Operands {
  private Operands() {}

  static void visit(Op op, BiConsumer<Op, Value> use) {
    if (op instanceof Op.Call call) {
      use.accept(op, call.receiver());
      call.args().forEach(arg -> use.accept(op, arg));
    } else if (op instanceof Op.New creation) {
      creation.args().forEach(arg -> use.accept(op, arg));
    } else if (op instanceof Op.Read read) {
      use.accept(op, read.place());
    } else if (op instanceof Op.Write write) {
      use.accept(op, write.value());
      if (!(write.place() instanceof Value.Local)) {
        use.accept(op, write.place());
      }
    } else if (op instanceof Op.Return done) {
      use.accept(op, done.value());
    } else if (op instanceof Op.Throw thrown) {
      use.accept(op, thrown.value());
    } else if (op instanceof Op.Branch branch) {
      use.accept(op, branch.condition());
    } else if (op instanceof Op.Loop loop) {
      use.accept(op, loop.subject());
      use.accept(op, loop.bound());
    } else if (op instanceof Op.Sync sync) {
      use.accept(op, sync.lock());
    }
    parts(op).forEach(part -> visit(part, use));
  }

  static List<Op> parts(Op op) {
    if (op instanceof Op.Block block) {
      return block.ops();
    } else if (op instanceof Op.Branch branch) {
      return List.copyOf(branch.arms());
    } else if (op instanceof Op.Loop loop) {
      return List.of(loop.body());
    } else if (op instanceof Op.Try attempt) {
      List<Op> all = new ArrayList<>(List.of(attempt.resources(), attempt.body()));
      attempt.catches().forEach(handler -> all.add(handler.body()));
      all.add(attempt.finallyBlock());
      return all;
    } else if (op instanceof Op.Sync sync) {
      return List.of(sync.body());
    } else if (op instanceof Op.Opaque opaque) {
      return opaque.kids();
    }
    return List.of();
  }

  /** Whether a value is, or contains, another. */
  static boolean mentions(Value value, Value part) {
    if (value.equals(part)) {
      return true;
    } else if (value instanceof Value.Field field) {
      return mentions(field.base(), part);
    } else if (value instanceof Value.Element element) {
      return mentions(element.array(), part);
    } else if (value instanceof Value.Choice choice) {
      return choice.options().stream().anyMatch(option -> mentions(option, part));
    } else if (value instanceof Value.Logic logic) {
      return logic.operands().stream().anyMatch(operand -> mentions(operand, part));
    }
    return false;
  }
}
