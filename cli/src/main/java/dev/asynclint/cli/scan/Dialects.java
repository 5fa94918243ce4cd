package dev.asynclint.cli.scan;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.knowledge.Knowledge;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells which dialects of asynchronous Java a file is written in, by the types it mentions. */
final class Dialects {
  private final Set<String> types = new HashSet<>();

  private Dialects() {}

  /** Of all files, sorted. */
  static List<String> of(List<Unit> units, Knowledge knowledge) {
    return units.stream()
        .flatMap(unit -> of(unit, knowledge).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Of one file, sorted. */
  static List<String> of(Unit unit, Knowledge knowledge) {
    Dialects seen = new Dialects();
    unit.types().forEach(seen::declaration);
    unit.callables().forEach(seen::callable);
    SortedSet<String> dialects = new TreeSet<>();
    seen.types.forEach(type -> knowledge.dialect(type).ifPresent(dialects::add));
    return List.copyOf(dialects);
  }

  private void declaration(TypeDecl type) {
    types.addAll(type.supertypes());
    type.annotations().forEach(annotation -> types.add(annotation.type()));
    type.fields().forEach(field -> types.add(field.type()));
  }

  private void callable(Callable callable) {
    types.add(callable.returns());
    callable.annotations().forEach(annotation -> types.add(annotation.type()));
    callable.params().forEach(parameter -> types.add(parameter.type()));
    callable.locals().forEach(local -> types.add(local.type()));
    op(callable.body());
  }

  private void op(Op op) {
    if (op instanceof Op.Call call) {
      target(call.target());
      types.add(call.type());
    } else if (op instanceof Op.New created) {
      types.add(created.type());
    } else if (op instanceof Op.Block block) {
      block.ops().forEach(this::op);
    } else if (op instanceof Op.Branch branch) {
      branch.arms().forEach(this::op);
    } else if (op instanceof Op.Loop loop) {
      op(loop.body());
    } else if (op instanceof Op.Try attempt) {
      op(attempt.resources());
      op(attempt.body());
      attempt.catches().forEach(handler -> op(handler.body()));
      op(attempt.finallyBlock());
    } else if (op instanceof Op.Sync sync) {
      op(sync.body());
    } else if (op instanceof Op.Opaque opaque) {
      opaque.kids().forEach(this::op);
    }
  }

  private void target(Target target) {
    if (target instanceof Target.Known known) {
      types.add(known.owner());
      types.add(known.receiver());
    }
  }
}
