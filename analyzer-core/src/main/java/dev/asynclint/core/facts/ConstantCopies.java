package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies of what never changes, made again for every item. */
public final class ConstantCopies {
  private final Program program;
  private final Models models;

  private ConstantCopies(Program program) {
    this.program = program;
    this.models = program.models();
  }

  /** The copies of a program. */
  public static ConstantCopies of(Program program) {
    return program.derived(ConstantCopies.class, ConstantCopies::new);
  }

  /**
   * Every copy of a constant, or of the constants of an enum, that stands in a loop over data or in
   * a function that runs once an item, and is only passed on.
   *
   * @param limit rounds that are too few to count
   */
  public Stream<CallSite> all(int limit) {
    return program
        .calls()
        .filter(site -> copiesConstant(site) || copiesEnum(site))
        .filter(site -> isRepeatedHere(site, limit) && !isKept(site));
  }

  private boolean copiesConstant(CallSite site) {
    return site.effect(Effect.Copies.class)
        .map(copies -> models.values().origin(site.body, site.operand(copies.from())).value())
        .filter(
            value -> value instanceof Value.Const constant && constant.value() instanceof String)
        .isPresent();
  }

  /** The language makes this member, and it has to give a new array each time. */
  private boolean copiesEnum(CallSite site) {
    return site.name().equals("values")
        && site.args().isEmpty()
        && site.receiver() instanceof Value.TypeName type
        && program
            .index()
            .type(type.type())
            .filter(declared -> declared.kind() == TypeDecl.Kind.ENUM)
            .isPresent();
  }

  private boolean isRepeatedHere(CallSite site, int limit) {
    Optional<Repetition.Cycle> cycle = program.repetition().innermost(site);
    return cycle.isPresent()
        && Rounds.isSeen(site.body, cycle.get())
        && !isSubject(site, cycle.get())
        && program.repetition().isUnbounded(cycle.get(), limit).certain();
  }

  /** What a loop goes through is made once for all rounds. */
  private static boolean isSubject(CallSite site, Repetition.Cycle cycle) {
    return cycle.loop() != null && cycle.loop().subject().equals(new Value.Result(site.result()));
  }

  private static boolean isKept(CallSite site) {
    Value copy = new Value.Result(site.result());
    boolean[] kept = {false};
    Operands.visit(
        site.body.callable.body(),
        (op, operand) ->
            kept[0] |=
                operand.equals(copy)
                    && (op instanceof Op.Write
                        || op instanceof Op.Return
                        || op instanceof Op.New
                        || op instanceof Op.Throw));
    return kept[0];
  }
}
