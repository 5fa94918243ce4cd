package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What becomes of a request to stop that a wait answers with an exception. Errs towards "somebody
 * is told": a handler counts as one that swallows only when all it does is known to tell nobody.
 */
public final class Interrupts {
  private static final String TAG = "interruption";

  /** Methods that end something: an exception of any kind is theirs to write down and go on. */
  private static final Pattern ENDING =
      Pattern.compile("(?i).*(?:stop|close|shutdown|destroy|dispose|terminate).*");

  private final Program program;
  private final Models models;
  private final Handling handling;
  private final Tasks tasks;
  private final Names interruptible;
  private final Set<String> wider = new HashSet<>();

  private Interrupts(Program program) {
    this.program = program;
    this.models = program.models();
    this.handling = new Handling(program);
    this.tasks = program.derived(Tasks.class, Tasks::new);
    this.interruptible = new Names(models, member -> member.has(Effect.Flag.INTERRUPTIBLE));
    models.knowledge().tagged(TAG).forEach(type -> wider.addAll(models.types().lineage(type)));
  }

  /** The facts of a program. */
  public static Interrupts of(Program program) {
    return program.derived(Interrupts.class, Interrupts::new);
  }

  /**
   * Every handler that certainly swallows, in the order of files and callables.
   *
   * @param remedy the statement that a fix puts first into the handler
   */
  public Stream<SwallowedInterrupt> swallowed(Remedy remedy) {
    return program.index().bodies().stream().flatMap(body -> in(body, remedy).stream());
  }

  /**
   * A statement that starts with the name of a type.
   *
   * @param type qualified name
   * @param rest what follows that name
   */
  public record Remedy(String type, String rest) {}

  private List<SwallowedInterrupt> in(Body body, Remedy remedy) {
    List<Found> found = new ArrayList<>();
    if (body.tries && !Tasks.isMain(body.callable)) {
      walk(body, body.callable.body(), List.of(), found);
    }
    return found.stream().map(one -> swallowed(body, one, remedy)).toList();
  }

  /** A handler that swallows, with what stands around it. */
  private record Found(
      Op.Try attempt, Op.Catch handler, String caught, List<CallSite> waits, List<Op.Loop> loops) {}

  /**
   * Visits every try statement.
   *
   * @param loops those around the operation, outermost first
   */
  private void walk(Body body, Op op, List<Op.Loop> loops, List<Found> found) {
    List<Op.Loop> inside = loops;
    if (op instanceof Op.Loop loop) {
      inside = Stream.concat(loops.stream(), Stream.of(loop)).toList();
    }
    for (Op part : Operands.parts(op)) {
      walk(body, part, inside, found);
    }
    if (op instanceof Op.Try attempt) {
      handlers(body, attempt, loops, found);
    }
  }

  private void handlers(Body body, Op.Try attempt, List<Op.Loop> loops, List<Found> found) {
    for (Op.Catch handler : attempt.catches()) {
      Optional<String> stated =
          handler.types().stream().filter(type -> models.tagged(type, TAG)).findFirst();
      Optional<String> caught =
          stated.or(() -> handler.types().stream().filter(wider::contains).findFirst());
      if (caught.isEmpty()) {
        continue;
      }
      List<CallSite> waits = waits(body, attempt);
      boolean reached = !waits.isEmpty() || (stated.isPresent() && !mayBeOver(body, attempt));
      boolean ending =
          stated.isEmpty()
              && (ENDING.matcher(body.callable.name()).matches()
                  || Handling.answers(handler.body()));
      if (reached
          && !ending
          && !handling.tells(body, attempt, handler)
          && !ends(body, attempt, loops)) {
        found.add(new Found(attempt, handler, caught.get(), waits, loops));
      }
      return;
    }
  }

  private SwallowedInterrupt swallowed(Body body, Found found, Remedy remedy) {
    Place place = new Place(body.unit, found.handler.origin(), 5);
    List<Step> path = new ArrayList<>();
    if (!found.waits.isEmpty()) {
      CallSite wait = found.waits.get(0);
      path.add(new Step(wait.place(), "gives up its wait when the thread is asked to stop", 0));
      path.add(new Step(place, "takes the request and goes on", 0));
    }
    boolean alone =
        found.handler.types().size() == 1 && models.tagged(found.handler.types().get(0), TAG);
    Rewrite rewrite = new Rewrite(body);
    String statement = rewrite.type(remedy.type()) + remedy.rest();
    int indent = body.unit.lines().column(found.attempt.origin().start()) - 1;
    return new SwallowedInterrupt(
        place,
        alone ? rewrite.first(found.handler.body(), indent, statement).edits() : List.of(),
        Body.simple(found.caught),
        found.waits.isEmpty() ? "" : found.waits.get(0).display(),
        !found.loops.isEmpty(),
        found.loops.stream().anyMatch(loop -> asks(body, loop.subject())),
        path);
  }

  /** The calls in a try block that answer a request to stop and whose answer gets out of it. */
  private List<CallSite> waits(Body body, Op.Try attempt) {
    return body.sites.stream()
        .filter(site -> site.has(Effect.Flag.INTERRUPTIBLE) && leaves(site, attempt))
        .filter(site -> !isOver(site))
        .toList();
  }

  /** Whether a wait is for what is complete, so that it never begins. */
  private boolean isOver(CallSite site) {
    return site.effect(Effect.Waits.class).isPresent() && program.event(site).isEmpty();
  }

  /** Whether all that waits is over, as far as is known. */
  private boolean mayBeOver(Body body, Op.Try attempt) {
    return body.sites.stream().filter(site -> leaves(site, attempt)).anyMatch(interruptible::maybe);
  }

  /** Whether an exception of a call gets to the handlers of a statement around it. */
  private boolean leaves(CallSite site, Op.Try attempt) {
    for (Frame frame = site.frame; frame != null; frame = frame.outer()) {
      boolean guarded = frame.part() == Frame.Part.BODY || frame.part() == Frame.Part.RESOURCES;
      if (frame.op() == attempt) {
        return guarded;
      }
      if (guarded && frame.op() instanceof Op.Try inner && takes(inner)) {
        return false;
      }
    }
    return false;
  }

  private boolean takes(Op.Try attempt) {
    return attempt.catches().stream()
        .flatMap(handler -> handler.types().stream())
        .anyMatch(type -> wider.contains(type) || models.tagged(type, TAG));
  }

  /** Whether the work that was asked to stop ends anyway, by itself or by another flag. */
  private boolean ends(Body body, Op.Try attempt, List<Op.Loop> loops) {
    if (tasks.mayBe(body).equals(Answer.NO)) {
      return false;
    }
    if (loops.isEmpty()) {
      int end = attempt.origin().end();
      return body.sites.stream()
          .filter(site -> site.op.origin().start() >= end)
          .allMatch(handling::isHarmless);
    }
    return loops.stream()
        .noneMatch(
            loop ->
                asks(body, loop.subject())
                    || (loop.subject() instanceof Value.Const && !Handling.leaves(loop.body())));
  }

  /** Whether a condition asks for requests to stop. */
  private boolean asks(Body body, Value condition) {
    if (condition instanceof Value.Logic logic) {
      return logic.operands().stream().anyMatch(operand -> asks(body, operand));
    }
    CallSite asked = models.values().resolve(body, condition).site();
    return asked != null
        && asked
            .effect(Effect.Guards.class)
            .filter(guards -> guards.guard() == Effect.Guard.INTERRUPT)
            .isPresent();
  }
}
