package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that is done with a promise held by a variable, where it is made and in functions there. */
final class PromiseUses {
  private final Program program;
  private final Map<Body, List<Body>> members;

  /** The callable that makes it. */
  final Body maker;

  private final Value.Local promise;

  /** The calls that complete it. */
  final List<CallSite> completions = new ArrayList<>();

  /** The callables that ask it something, such as whether it is done. */
  final Set<Body> asked = new HashSet<>();

  /** Whether others get hold of it who may complete it. */
  boolean escapes;

  /** Whether the callable that makes it returns it, or something made of it. */
  boolean returned;

  PromiseUses(Program program, Map<Body, List<Body>> members, Body maker, Value.Local promise) {
    this.program = program;
    this.members = members;
    this.maker = maker;
    this.promise = promise;
    visit(maker);
  }

  private void visit(Body body) {
    visit(body, body.callable.body());
    program.index().closures(body).forEach(this::visit);
    for (Body member : members.getOrDefault(body, List.of())) {
      Operands.visit(
          member.callable.body(), (op, value) -> escapes |= Operands.mentions(value, promise));
      escapes |= mentioned(member);
    }
  }

  /** Whether functions of a member of a local class mention it. */
  private boolean mentioned(Body member) {
    boolean[] found = {false};
    for (Body inner : program.index().closures(member)) {
      Operands.visit(
          inner.callable.body(), (op, value) -> found[0] |= Operands.mentions(value, promise));
      found[0] |= mentioned(inner);
    }
    return found[0];
  }

  private void visit(Body body, Op op) {
    for (Value operand : Operands.of(op)) {
      if (Operands.mentions(operand, promise)) {
        use(body, op, operand);
      }
    }
    if (op instanceof Op.Return done && body == maker) {
      returned |= isOf(done.value());
    }
    Operands.parts(op).forEach(part -> visit(body, part));
  }

  private void use(Body body, Op op, Value operand) {
    if (op instanceof Op.Call call && call.receiver().equals(promise)) {
      CallSite site = body.site(call.result());
      escapes |=
          site.model().isEmpty()
              || site.has(Effect.Flag.SETS_TIMEOUT)
              || call.args().stream().anyMatch(arg -> Operands.mentions(arg, promise));
      if (site.has(Effect.Flag.COMPLETES)) {
        completions.add(site);
      } else if (!models().isAsyncResult(site.type())) {
        asked.add(body);
      }
    } else if (!(op instanceof Op.Return && body == maker && operand.equals(promise))) {
      escapes |= !(op instanceof Op.Branch || op instanceof Op.Loop || op instanceof Op.Sync);
    }
  }

  private Models models() {
    return program.models();
  }

  /** Whether a value is the promise or a stage behind it. */
  boolean isOf(Value value) {
    Value seen = value;
    while (seen instanceof Value.Result result && maker.site(result.op()) != null) {
      seen = maker.site(result.op()).receiver();
    }
    return seen.equals(promise);
  }
}
