package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tasks that are forked and waited for with nothing done in between. */
public final class SerialForks {
  private final Program program;
  private final Models models;

  private SerialForks(Program program) {
    this.program = program;
    this.models = program.models();
  }

  /** Those of a program. */
  public static SerialForks of(Program program) {
    return program.derived(SerialForks.class, SerialForks::new);
  }

  /**
   * A fork and the wait for it.
   *
   * @param fork hands the task to other threads
   * @param join waits for it
   */
  public record Serial(CallSite fork, CallSite join) {}

  /** Every pair, in a task of such a pool, in the order of files and places. */
  public Stream<Serial> all() {
    return program
        .modelled()
        .filter(site -> site.has(Effect.Flag.FORKS))
        .filter(site -> models.tagged(site.body.callable.owner(), "future"))
        .filter(fork -> !isBesideAnother(fork))
        .flatMap(fork -> join(fork).map(join -> new Serial(fork, join)).stream());
  }

  /**
   * Whether another task was, or may have been, forked before and nothing has waited for it yet.
   */
  private boolean isBesideAnother(CallSite fork) {
    List<CallSite> before = fork.body.sites.subList(0, fork.body.sites.indexOf(fork));
    return before.stream()
        .filter(site -> site.has(Effect.Flag.FORKS) || site.target() instanceof Target.Unknown)
        .anyMatch(
            other ->
                before.subList(before.indexOf(other) + 1, before.size()).stream()
                    .noneMatch(site -> waits(site) && isSame(other, site.receiver())));
  }

  /** The wait for a forked task, when it comes before anything else is done. */
  private Optional<CallSite> join(CallSite fork) {
    List<CallSite> sites = fork.body.sites;
    for (CallSite next : sites.subList(sites.indexOf(fork) + 1, sites.size())) {
      if (waits(next) && isSame(fork, next.receiver())) {
        return next.frame == fork.frame ? Optional.of(next) : Optional.empty();
      }
      if (!isIdle(next)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean waits(CallSite site) {
    return site.effect(Effect.Waits.class).isPresent()
        || site.effect(Effect.MaybeBlocks.class).isPresent();
  }

  /** Whether a value is the task a call forks, or what that call gives back. */
  private boolean isSame(CallSite fork, Value value) {
    Values values = models.values();
    Values.Ref forked = values.resolve(fork.body, fork.receiver());
    Values.Ref waited = values.resolve(fork.body, value);
    boolean sure = fork.receiver() instanceof Value.Result || fork.receiver().equals(value);
    return waited.site() == fork
        || (sure && forked.equals(waited) && !(forked.value() instanceof Value.Unknown));
  }

  /** Whether a call makes another task, asks something or tells something, and does no work. */
  private boolean isIdle(CallSite site) {
    return site.isNew() && models.tagged(site.type(), "future")
        || site.has(Effect.Flag.READS)
        || models.tagged(site.receiverType(), "log");
  }
}
