package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which calls of a body are statements, their result used by nothing. The IR does not say; it is so
 * when no operation has the result as an operand and none that is not around the call in structure
 * is around it in the text: such a one took the value in a way that is not modelled.
 */
final class Discards {
  private final Set<Integer> used = new HashSet<>();
  private final Map<Integer, Standing> calls = new HashMap<>();
  private final List<Op> all = new ArrayList<>();

  /** Where a call stands in structure. */
  private record Standing(Op.Call call, Standing.Around around) {
    /** The operations around, innermost first. */
    private record Around(Op op, Origin part, Around outer) {}
  }

  private Discards() {}

  /** The numbers of the calls whose results are dropped. */
  static Set<Integer> in(Body body) {
    Set<Integer> known = body.dropped;
    if (known == null) {
      known = find(body);
      body.dropped = known;
    }
    return known;
  }

  private static Set<Integer> find(Body body) {
    Discards walk = new Discards();
    walk.block(body.callable.body(), null);
    Set<Integer> dropped = new HashSet<>();
    walk.calls.forEach(
        (result, standing) -> {
          if (!walk.used.contains(result) && walk.isStatement(standing)) {
            dropped.add(result);
          }
        });
    return dropped.isEmpty() ? Set.of() : Collections.unmodifiableSet(dropped);
  }

  private boolean isStatement(Standing standing) {
    Origin at = standing.call.origin();
    Set<Op> ancestors = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    for (Standing.Around a = standing.around; a != null; a = a.outer) {
      if (a.op instanceof Op.Opaque || !encloses(a.part, at)) {
        return false;
      }
      ancestors.add(a.op);
    }
    return all.stream()
        .noneMatch(
            op -> op != standing.call && !ancestors.contains(op) && encloses(op.origin(), at));
  }

  private static boolean encloses(Origin outer, Origin inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private void block(Op.Block block, Standing.Around around) {
    block.ops().forEach(op -> step(op, around));
  }

  private void step(Op op, Standing.Around around) {
    if (op instanceof Op.Block inner) {
      block(inner, around);
      return;
    }
    all.add(op);
    if (op instanceof Op.Call call) {
      calls.put(call.result(), new Standing(call, around));
      use(call.receiver());
      call.args().forEach(this::use);
    } else if (op instanceof Op.New made) {
      made.args().forEach(this::use);
    } else if (op instanceof Op.Read read) {
      use(read.place());
    } else if (op instanceof Op.Write write) {
      use(write.place());
      use(write.value());
    } else if (op instanceof Op.Return done) {
      use(done.value());
    } else if (op instanceof Op.Throw thrown) {
      use(thrown.value());
    } else {
      compound(op, around);
    }
  }

  private void compound(Op op, Standing.Around around) {
    if (op instanceof Op.Branch branch) {
      use(branch.condition());
      branch.arms().forEach(arm -> part(op, arm, around));
    } else if (op instanceof Op.Loop loop) {
      use(loop.subject());
      use(loop.bound());
      part(op, loop.body(), around);
    } else if (op instanceof Op.Try attempt) {
      part(op, attempt.resources(), around);
      part(op, attempt.body(), around);
      attempt.catches().forEach(one -> part(op, one.body(), around));
      part(op, attempt.finallyBlock(), around);
    } else if (op instanceof Op.Sync sync) {
      use(sync.lock());
      part(op, sync.body(), around);
    } else if (op instanceof Op.Opaque opaque) {
      opaque.kids().forEach(kid -> step(kid, new Standing.Around(op, op.origin(), around)));
    }
  }

  private void part(Op op, Op.Block block, Standing.Around around) {
    block(block, new Standing.Around(op, block.origin(), around));
  }

  private void use(Value value) {
    if (value instanceof Value.Result result) {
      used.add(result.op());
    } else if (value instanceof Value.Field field) {
      use(field.base());
    } else if (value instanceof Value.Element element) {
      use(element.array());
    } else if (value instanceof Value.Logic logic) {
      logic.operands().forEach(this::use);
    } else if (value instanceof Value.Choice choice) {
      choice.options().forEach(this::use);
    }
  }
}
