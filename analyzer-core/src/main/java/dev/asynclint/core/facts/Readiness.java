package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Producers that hand on items without asking whether whoever takes them can keep up. */
public final class Readiness {
  private static final int CALLERS = 2;

  private final Program program;
  private final Rounds rounds;

  /** Outermost types in which something asks, or may ask. */
  private final Set<String> asking = new HashSet<>();

  private Readiness(Program program) {
    this.program = program;
    this.rounds = new Rounds(program.models());
    Names asks =
        new Names(
            program.models(),
            member ->
                member
                    .effects(Effect.Guards.class)
                    .anyMatch(guards -> guards.guard() == Effect.Guard.READY));
    program.maybe(asks).forEach(site -> asking.add(file(site.body)));
  }

  /** The producers of a program. */
  public static Readiness of(Program program) {
    return program.derived(Readiness.class, Readiness::new);
  }

  /**
   * Every call that hands on one item after the other, as many as there is data, where neither its
   * file nor its callers ask for room.
   *
   * @param limit rounds that are too few to count
   */
  public Stream<CallSite> ignored(int limit) {
    return program
        .modelled()
        .filter(site -> site.has(Effect.Flag.FEEDS))
        .filter(site -> !forwards(site) && source(site).isEmpty())
        .filter(site -> site.isRepeatedOverData(limit).and(site.isThrottled().not()).certain())
        .filter(this::isOneReceiver)
        .filter(site -> !asks(site.body, CALLERS));
  }

  /**
   * Items that a source buffers without a limit.
   *
   * @param emits hands on one item after the other
   * @param source buffers what nobody has asked for
   */
  public record Overflow(CallSite emits, CallSite source) {}

  /**
   * Every call that feeds such a source in a loop that neither waits nor asks for demand.
   *
   * @param limit rounds that are too few to count
   */
  public Stream<Overflow> overflowing(int limit) {
    return program
        .modelled()
        .filter(site -> site.has(Effect.Flag.FEEDS))
        .filter(site -> endless(site, limit) && !site.isThrottled().certain())
        .flatMap(site -> source(site).map(source -> new Overflow(site, source)).stream())
        .filter(overflow -> !asking.contains(file(overflow.emits().body)));
  }

  private boolean endless(CallSite site, int limit) {
    Optional<Op.Loop> loop = Frame.loop(site.frame);
    boolean open =
        loop.filter(one -> one.kind() == Op.Loop.Kind.WHILE || one.kind() == Op.Loop.Kind.DO)
            .isPresent();
    return open
        || loop.filter(
                one ->
                    program
                        .repetition()
                        .isUnbounded(new Repetition.Cycle(site.body, one, null), limit)
                        .certain())
            .isPresent();
  }

  /** The source whose emitter a call feeds. */
  private Optional<CallSite> source(CallSite site) {
    Values.Ref to = program.models().values().resolve(site.body, site.receiver());
    if (!(to.value() instanceof Value.Param param)) {
      return Optional.empty();
    }
    Body declarer = to.body().declarer(param.name());
    return declarer == null
        ? Optional.empty()
        : program.closures().of(declarer).stream()
            .map(Closures.Use::site)
            .filter(one -> one.has(Effect.Flag.QUEUES_UNBOUNDED))
            .findFirst();
  }

  /** Whether all rounds write to the same receiver, rather than one item to each of many. */
  private boolean isOneReceiver(CallSite site) {
    return program
        .repetition()
        .innermost(site)
        .filter(cycle -> rounds.isSameObject(site.body, site.receiver(), cycle))
        .isPresent();
  }

  /** An override that passes on what it is given is called once an item by somebody else. */
  private boolean forwards(CallSite site) {
    Body body = site.body;
    if (body.callable.name().equals(site.name())) {
      return true;
    }
    return body.callable.kind() == Callable.Kind.METHOD
        && program
            .models()
            .knowledge()
            .member(
                program.models().types(),
                body.callable.owner(),
                body.callable.name(),
                body.callable.params().size())
            .filter(member -> member.has(Effect.Flag.FEEDS))
            .isPresent();
  }

  private boolean asks(Body body, int callers) {
    if (asking.contains(file(body))) {
      return true;
    }
    return callers > 0
        && program.callGraph().to(body).stream().anyMatch(caller -> asks(caller.body, callers - 1));
  }

  private static String file(Body body) {
    return body.unit.file();
  }
}
