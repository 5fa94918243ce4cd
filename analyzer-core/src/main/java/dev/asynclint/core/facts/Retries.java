package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Retries that go on for as long as the failure lasts, as fast as it comes. */
public final class Retries {
  private static final int DEPTH = 12;

  /** What fails because of somebody else, so that trying again may help. */
  private static final Set<String> REMOTE =
      Set.of("socket", "database", "http", "rpc", "redis", "messaging", "search", "cloud", "url");

  private final Program program;
  private final Models models;
  private final Lazy<Summaries> pauses;

  private Retries(Program program) {
    this.program = program;
    this.models = program.models();
    this.pauses =
        new Lazy<>(
            () ->
                new Summaries(program.callGraph(), program.calls().filter(this::pauses).toList()));
  }

  /** The facts of a program. */
  public static Retries of(Program program) {
    return program.derived(Retries.class, Retries::new);
  }

  /** Every retry that certainly has neither an end nor a pause, in the order of the files. */
  public Stream<RetrySite> endless() {
    return program.index().bodies().stream()
        .flatMap(
            body ->
                Stream.concat(
                    body.modelled.stream()
                        .filter(this::isEndless)
                        .map(site -> new RetrySite(site.place(), site.display(), false)),
                    loops(body).stream()));
  }

  private boolean isEndless(CallSite site) {
    Optional<Effect.Retries> retries = site.effect(Effect.Retries.class);
    if (retries.isEmpty()) {
      return false;
    }
    if (retries.get().times() != Effect.NOTHING) {
      OptionalLong times = models.values().number(site.body, site.operand(retries.get().times()));
      if (times.isEmpty() || times.getAsLong() < Integer.MAX_VALUE) {
        return false;
      }
    }
    return !isPaced(site)
        && !isCut(site, 0)
        && takers(site, 0).allMatch(taker -> !isPaced(taker) && !isCut(taker, 0));
  }

  /** The stages that are given a plan of retries, or what is made of it. */
  private Stream<CallSite> takers(CallSite plan, int depth) {
    if (depth == DEPTH) {
      return Stream.empty();
    }
    return plan.body.sites.stream()
        .flatMap(
            next ->
                models.values().resolve(next.body, next.receiver()).site() == plan
                    ? takers(next, depth + 1)
                    : next.args().stream()
                        .filter(arg -> models.values().resolve(next.body, arg).site() == plan)
                        .map(arg -> next));
  }

  /** Whether a stage before a retry puts time between attempts, or cannot be seen. */
  private boolean isPaced(CallSite retry) {
    CallSite stage = models.values().resolve(retry.body, retry.receiver()).site();
    for (int depth = 0; stage != null && depth < DEPTH; depth++) {
      if (stage.has(Effect.Flag.DELAYS)
          || stage.target() instanceof Target.Unknown
          || stage.effect(Effect.Retries.class).isPresent()) {
        return true;
      }
      stage = models.values().resolve(stage.body, stage.receiver()).site();
    }
    return false;
  }

  /** Whether a stage behind a retry gives up after some time, or cannot be seen. */
  private boolean isCut(CallSite stage, int depth) {
    return depth < DEPTH
        && stage.body.sites.stream()
            .filter(next -> models.values().resolve(next.body, next.receiver()).site() == stage)
            .anyMatch(
                next ->
                    next.has(Effect.Flag.SETS_TIMEOUT)
                        || next.has(Effect.Flag.BOUNDS)
                        || next.has(Effect.Flag.DELAYS)
                        || next.target() instanceof Target.Unknown
                        || isCut(next, depth + 1));
  }

  private List<RetrySite> loops(Body body) {
    List<RetrySite> found = new ArrayList<>();
    if (body.loops) {
      walk(body, body.callable.body(), found);
    }
    return found;
  }

  private void walk(Body body, Op op, List<RetrySite> found) {
    if (op instanceof Op.Loop loop
        && loop.subject().equals(new Value.Const(true))
        && loop.kind() != Op.Loop.Kind.FOR_EACH) {
      tried(body, loop)
          .ifPresent(
              call ->
                  found.add(
                      new RetrySite(
                          new Place(body.unit, loop.origin(), keyword(loop)),
                          call.display(),
                          true)));
    }
    Operands.parts(op).forEach(part -> walk(body, part, found));
  }

  private static int keyword(Op.Loop loop) {
    return switch (loop.kind()) {
      case FOR, FOR_EACH -> 3;
      case WHILE -> 5;
      case DO -> 2;
    };
  }

  /** The remote call that a loop tries until it succeeds, if that is all the loop does. */
  private Optional<CallSite> tried(Body body, Op.Loop loop) {
    List<CallSite> inside =
        body.sites.stream()
            .filter(site -> Frame.outward(site.frame).anyMatch(frame -> frame.op() == loop))
            .toList();
    List<Op.Try> attempts = attempts(loop.body());
    if (attempts.size() != 1 || attempts.get(0).catches().isEmpty()) {
      return Optional.empty();
    }
    Op.Try attempt = attempts.get(0);
    boolean givesUp =
        attempt.catches().stream().anyMatch(handler -> Handling.leaves(handler.body()))
            || Handling.leaves(attempt.finallyBlock());
    boolean slow =
        inside.stream()
            .anyMatch(
                site ->
                    site.target() instanceof Target.Unknown
                        || (!isRemote(site) && (pauses(site) || reachesPause(site))));
    boolean ends = attempts(loop.body()).size() == 1 && throwsOutside(loop.body(), attempt);
    if (givesUp || slow || ends || !Handling.leaves(loop.body())) {
      return Optional.empty();
    }
    return inside.stream()
        .filter(this::isRemote)
        .filter(
            site ->
                Frame.outward(site.frame)
                    .anyMatch(f -> f.op() == attempt && f.part() == Frame.Part.BODY))
        .findFirst();
  }

  /** Whether the loop may give up elsewhere than in its attempt, as when it counts its tries. */
  private static boolean throwsOutside(Op op, Op.Try attempt) {
    return op != attempt
        && (op instanceof Op.Throw
            || Operands.parts(op).stream().anyMatch(part -> throwsOutside(part, attempt)));
  }

  private static List<Op.Try> attempts(Op op) {
    List<Op.Try> found = new ArrayList<>();
    for (Op part : Operands.parts(op)) {
      if (part instanceof Op.Try attempt) {
        found.add(attempt);
      } else if (part instanceof Op.Block) {
        found.addAll(attempts(part));
      }
    }
    return found;
  }

  private boolean isRemote(CallSite site) {
    return program
        .event(site)
        .filter(event -> !event.waits() && REMOTE.contains(event.kind()))
        .isPresent();
  }

  /** Whether a call takes time whatever becomes of it. */
  private boolean pauses(CallSite site) {
    return program.event(site).isPresent() || models.maybeWaits(site);
  }

  private boolean reachesPause(CallSite site) {
    return program.index().callees(site).stream()
        .anyMatch(callee -> pauses.get().has(callee.body()));
  }
}
