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
    of(op).forEach(value -> use.accept(op, value));
    parts(op).forEach(part -> visit(part, use));
  }

  /** The operands of one operation itself; a local that is written is none. */
  static List<Value> of(Op op) {
    if (op instanceof Op.Call call) {
      List<Value> all = new ArrayList<>(call.args().size() + 1);
      all.add(call.receiver());
      all.addAll(call.args());
      return all;
    } else if (op instanceof Op.New creation) {
      return creation.args();
    } else if (op instanceof Op.Read read) {
      return List.of(read.place());
    } else if (op instanceof Op.Write write) {
      return write.place() instanceof Value.Local
          ? List.of(write.value())
          : List.of(write.value(), write.place());
    } else if (op instanceof Op.Return done) {
      return List.of(done.value());
    } else if (op instanceof Op.Throw thrown) {
      return List.of(thrown.value());
    } else if (op instanceof Op.Branch branch) {
      return List.of(branch.condition());
    } else if (op instanceof Op.Loop loop) {
      return List.of(loop.subject(), loop.bound());
    } else if (op instanceof Op.Sync sync) {
      return List.of(sync.lock());
    }
    return List.of();
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
