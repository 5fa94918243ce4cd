package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Remote calls made once for every item, each with a round trip of its own. */
public final class RemoteCalls {
  private static final Set<String> REMOTE =
      Set.of("database", "http", "rpc", "redis", "search", "cloud");

  private final Program program;
  private final Models models;
  private final Rounds rounds;

  private RemoteCalls(Program program) {
    this.program = program;
    this.models = program.models();
    this.rounds = new Rounds(models);
  }

  /** The remote calls of a program. */
  public static RemoteCalls of(Program program) {
    return program.derived(RemoteCalls.class, RemoteCalls::new);
  }

  /**
   * Every call that asks a remote side about one item of a collection, once a loop.
   *
   * @param limit rounds that are too few to count
   */
  public Stream<CallSite> perItem(int limit) {
    Set<Object> seen = new HashSet<>();
    return program.modelled().filter(this::isRemote).filter(site -> isPerItem(site, limit, seen));
  }

  private boolean isRemote(CallSite site) {
    return site.effect(Effect.Blocks.class)
            .filter(blocks -> REMOTE.contains(blocks.kind()))
            .isPresent()
        && program.event(site).isPresent();
  }

  private boolean isPerItem(CallSite site, int limit, Set<Object> seen) {
    Optional<Repetition.Cycle> cycle =
        program.repetition().innermost(site).filter(one -> Rounds.isSeen(site.body, one));
    if (cycle.isEmpty() || !isOverItems(cycle.get()) || isBatch(cycle.get())) {
      return false;
    }
    Object round = cycle.get().loop() == null ? cycle.get().call() : cycle.get().loop();
    return site.args().stream().anyMatch(arg -> !rounds.isInvariant(site.body, arg, cycle.get()))
        && !(cycle.get().loop() != null && Rounds.mayLeave(cycle.get().loop().body()))
        && program.repetition().isUnbounded(cycle.get(), limit).certain()
        && seen.add(round);
  }

  private boolean isOverItems(Repetition.Cycle cycle) {
    return cycle.loop() != null
        ? cycle.loop().kind() == Op.Loop.Kind.FOR_EACH
        : Stream.of("stream", "collection", "map")
            .anyMatch(tag -> models.tagged(cycle.call().receiverType(), tag));
  }

  /** Whether each round is about many items at once. */
  private boolean isBatch(Repetition.Cycle cycle) {
    return cycle.loop() != null
        && cycle.loop().variable() instanceof Value.Local local
        && cycle.body().callable.locals().stream()
            .filter(variable -> variable.name().equals(local.name()))
            .map(Callable.Variable::type)
            .anyMatch(
                type ->
                    type.endsWith("[]")
                        || Stream.of("collection", "map")
                            .anyMatch(tag -> models.tagged(type, tag)));
  }
}
