package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tasks that run again and again, until they fail once. */
public final class Schedules {
  private final Program program;
  private final Failures failures;

  /**
   * A periodic task an exception can get out of.
   *
   * @param site the call that schedules it
   * @param path how the exception gets out, its source last
   */
  public record Fragile(CallSite site, List<Step> path) {}

  private Schedules(Program program) {
    this.program = program;
    this.failures = Failures.of(program);
  }

  /** Those of a program. */
  public static Schedules of(Program program) {
    return program.derived(Schedules.class, Schedules::new);
  }

  /** Periodic tasks that an ordinary failure ends for good. */
  public Stream<Fragile> fragile() {
    return program.modelled().flatMap(site -> fragile(site).stream());
  }

  private Optional<Fragile> fragile(CallSite site) {
    Optional<Effect.Repeats> repeats = site.effect(Effect.Repeats.class);
    if (repeats.isEmpty()) {
      return Optional.empty();
    }
    List<Body> tasks = program.closures().bodies(site.body, site.operand(repeats.get().param()));
    return tasks.size() != 1 || isWaitedFor(site)
        ? Optional.empty()
        : failures.escape(tasks.get(0)).map(path -> new Fragile(site, path));
  }

  /** Whether whoever schedules it waits for its end, which tells why it came. */
  private boolean isWaitedFor(CallSite site) {
    Values values = program.models().values();
    return site.body.sites.stream()
        .filter(other -> other.effect(Effect.Waits.class).isPresent())
        .anyMatch(other -> values.origin(site.body, other.receiver()).site() == site);
  }
}
