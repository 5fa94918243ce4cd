package dev.asynclint.core.facts;

import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Streams split into groups, of which too few are subscribed to at a time. */
public final class Groups {
  private static final Set<String> TWO = Set.of("boolean", "java.lang.Boolean");

  private final Program program;
  private final Models models;

  private Groups(Program program) {
    this.program = program;
    this.models = program.models();
  }

  /** The groups of a program. */
  public static Groups of(Program program) {
    return program.derived(Groups.class, Groups::new);
  }

  /**
   * Groups and the operator that subscribes to them.
   *
   * @param atATime how many it subscribes to at a time; at least 1
   */
  public record Starved(CallSite groups, CallSite subscribes, long atATime) {}

  /**
   * Every operator right behind a grouping that subscribes to few groups at a time.
   *
   * @param enough as many as nobody needs to be told of
   * @param limit items a source that is spelled out may have
   */
  public Stream<Starved> starved(int enough, int limit) {
    return program
        .modelled()
        .filter(site -> site.has(Effect.Flag.GROUPS) && !takesEverything(site))
        .filter(site -> site.isOverData(limit).certain())
        .flatMap(site -> program.chains().next(site).stream().flatMap(next -> starved(site, next)))
        .filter(starved -> !onlyAsks(starved.subscribes()))
        .filter(starved -> starved.atATime() < enough);
  }

  /**
   * Whether groups nobody subscribes to yet are kept without a limit, so that none stops others.
   */
  private boolean takesEverything(CallSite groups) {
    return groups.args().stream()
        .map(arg -> models.values().number(groups.body, arg))
        .anyMatch(number -> number.isPresent() && number.getAsLong() == Integer.MAX_VALUE);
  }

  private Stream<Starved> starved(CallSite groups, CallSite next) {
    OptionalLong atATime = atATime(next);
    boolean few = atATime.isPresent() && isFew(groups) && atATime.getAsLong() > 1;
    return atATime.isEmpty() || few
        ? Stream.empty()
        : Stream.of(new Starved(groups, next, atATime.getAsLong()));
  }

  /** Whether an operator's function asks a group for its key and the like, and lets it alone. */
  private boolean onlyAsks(CallSite next) {
    List<Body> functions =
        next.effect(Effect.Runs.class).stream()
            .flatMap(
                runs -> program.closures().bodies(next.body, next.operand(runs.param())).stream())
            .toList();
    return functions.size() == 1
        && functions.get(0).callable.isClosure()
        && functions.get(0).callable.params().size() == 1
        && isLetAlone(
            functions.get(0), new Value.Param(functions.get(0).callable.params().get(0).name()));
  }

  private boolean isLetAlone(Body body, Value.Param group) {
    boolean here =
        !body.returned.contains(group)
            && body.sites.stream()
                .noneMatch(
                    site ->
                        site.args().contains(group)
                            || site.receiver().equals(group)
                                && models.tagged(site.type(), "publisher"));
    return here
        && program.index().closures(body).stream().allMatch(inner -> isLetAlone(inner, group));
  }

  private OptionalLong atATime(CallSite next) {
    if (next.has(Effect.Flag.SEQUENTIAL)) {
      return OptionalLong.of(1);
    }
    Optional<Effect.FansOut> fans =
        next.effect(Effect.FansOut.class).filter(one -> one.concurrency() != Effect.NOTHING);
    return fans.isEmpty()
        ? OptionalLong.empty()
        : models.values().number(next.body, next.operand(fans.get().concurrency()));
  }

  /** Whether the key has few values: a truth value, or a constant of an enum. */
  private boolean isFew(CallSite groups) {
    return program.closures().bodies(groups.body, groups.operand(0)).stream()
        .map(function -> function.callable.returns())
        .anyMatch(
            type ->
                TWO.contains(type)
                    || program
                        .index()
                        .type(type)
                        .filter(declared -> declared.kind() == TypeDecl.Kind.ENUM)
                        .isPresent());
  }
}
