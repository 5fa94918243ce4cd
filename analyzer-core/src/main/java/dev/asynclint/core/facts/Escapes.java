package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can leave one body as an exception: throws and calls that no handler stands around. */
final class Escapes {
  private static final Set<String> ALL = Set.of("java.lang.Throwable", "java.lang.Exception");
  private static final String INTERRUPTED = "java.lang.InterruptedException";

  private final Body body;
  private final Types types;

  /** Throws that leave the body. */
  final List<Op.Throw> thrown = new ArrayList<>();

  /** Numbers of the calls that no handler of any failure stands around. */
  final Set<Integer> open = new HashSet<>();

  /** How many handlers are around; what they call is not expected to fail as well. */
  private int handlers;

  private Escapes(Body body, Types types) {
    this.body = body;
    this.types = types;
  }

  static Escapes of(Body body, Types types) {
    Escapes walk = new Escapes(body, types);
    walk.block(body.callable.body(), List.of());
    return walk;
  }

  /** The type of what is thrown, where it is created on the spot; unknown else. */
  String type(Op.Throw op) {
    CallSite made = body.program.models().values().resolve(body, op.value()).site();
    return made != null && made.isNew() ? made.type() : Types.UNKNOWN;
  }

  private void block(Op.Block block, List<String> caught) {
    block.ops().forEach(op -> step(op, caught));
  }

  private void step(Op op, List<String> caught) {
    if (op instanceof Op.Call call) {
      boolean closed = caught.stream().anyMatch(one -> !one.equals(INTERRUPTED));
      if (!closed && handlers == 0) {
        open.add(call.result());
      }
    } else if (op instanceof Op.Throw one) {
      if (!isCaught(type(one), caught)) {
        thrown.add(one);
      }
    } else if (op instanceof Op.Block inner) {
      block(inner, caught);
    } else if (op instanceof Op.Branch branch) {
      branch.arms().forEach(arm -> block(arm, caught));
    } else if (op instanceof Op.Loop loop) {
      block(loop.body(), caught);
    } else if (op instanceof Op.Sync sync) {
      block(sync.body(), caught);
    } else if (op instanceof Op.Opaque opaque) {
      opaque.kids().forEach(kid -> step(kid, caught));
    } else if (op instanceof Op.Try attempt) {
      List<String> more = new ArrayList<>(caught);
      attempt.catches().forEach(one -> more.addAll(one.types()));
      block(attempt.resources(), more);
      block(attempt.body(), more);
      handlers++;
      attempt.catches().forEach(one -> block(one.body(), caught));
      handlers--;
      block(attempt.finallyBlock(), caught);
    }
  }

  private boolean isCaught(String type, List<String> caught) {
    return type.equals(Types.UNKNOWN)
        ? !caught.isEmpty()
        : caught.stream()
            .anyMatch(
                one -> one.equals(Types.UNKNOWN) || types.isA(type, one) || ALL.contains(one));
  }
}
