package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Knowledge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which callables run once for every request, message or signal: entries that a framework calls so
 * often, and what they certainly call. Immutable; safe for use by several threads.
 */
public final class Occasions {
  private static final int DEPTH = 4;

  private final Program program;
  private final Map<Body, Reached> reached = new LinkedHashMap<>();

  /**
   * How a callable is reached.
   *
   * @param via the call, or null at the entry
   */
  private record Reached(Body body, Reached from, CallSite via, String message, int depth) {}

  private Occasions(Program program) {
    this.program = program;
    Deque<Reached> queue = new ArrayDeque<>();
    for (Body body : program.index().bodies()) {
      entry(body).ifPresent(cause -> queue.add(new Reached(body, null, null, cause, 0)));
    }
    while (!queue.isEmpty()) {
      Reached next = queue.remove();
      if (reached.putIfAbsent(next.body(), next) != null || next.depth() == DEPTH) {
        continue;
      }
      for (Calls.Call call : program.callGraph().from(next.body())) {
        if (everyTime(call.site()) && !onMiss(call.site(), call.to())) {
          String message = "calls " + call.to().display();
          queue.add(new Reached(call.to(), next, call.site(), message, next.depth() + 1));
        }
      }
    }
  }

  /** The occasions of a program. */
  public static Occasions of(Program program) {
    return program.derived(Occasions.class, Occasions::new);
  }

  /** The way to a call that every request, message or signal makes; empty when none is known. */
  public Optional<List<Step>> path(CallSite site) {
    if (!reached.containsKey(site.body) || !everyTime(site)) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (Reached at = reached.get(site.body); at != null; at = at.from()) {
      Place place = at.via() == null ? at.body().place() : at.via().place();
      steps.add(0, new Step(place, at.message(), at.depth()));
    }
    return Optional.of(List.copyOf(steps));
  }

  private Optional<String> entry(Body body) {
    Callable callable = body.callable;
    if (callable.isClosure()) {
      return program.closures().of(body).stream()
          .filter(use -> use.passed() == null && use.runs() != null && use.runs().perItem())
          .filter(use -> use.runs().where().place() == Effect.Where.Place.CONTEXT)
          .findFirst()
          .map(use -> "'" + use.site().display() + "' runs it for each of them");
    }
    if (callable.kind() != Callable.Kind.METHOD || !callable.hasBody()) {
      return Optional.empty();
    }
    Models models = program.models();
    Optional<String> annotated =
        callable.annotations().stream()
            .flatMap(a -> models.knowledge().annotation(a.type()).stream())
            .filter(m -> m.meaning() == Knowledge.AnnotationModel.Meaning.HANDLES)
            .findFirst()
            .map(m -> "@" + Body.simple(m.type()) + ": runs for every request");
    if (annotated.isPresent()) {
      return annotated;
    }
    return models
        .knowledge()
        .hook(models.types(), callable.owner(), callable.name(), callable.params().size())
        .filter(hook -> !hook.once() && !hook.owner().equals(callable.owner()))
        .map(hook -> Body.simple(hook.owner()) + "." + callable.name() + " is called every time");
  }

  /** Whether nothing that may hold only once stands around a call, such as a field that is null. */
  private boolean everyTime(CallSite site) {
    boolean nested =
        Frame.outward(site.frame)
            .filter(frame -> frame.part() == Frame.Part.ARM && frame.op() instanceof Op.Branch)
            .map(frame -> ((Op.Branch) frame.op()).condition())
            .anyMatch(condition -> condition instanceof Value.Unknown || isState(site, condition));
    if (nested || Frame.outward(site.frame).anyMatch(f -> f.part() == Frame.Part.CATCH)) {
      return false;
    }
    for (Guard guard = site.guards; guard != null; guard = guard.outer()) {
      if (isState(site, guard.condition())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a condition asks for what an object remembers from one call to the next. */
  private boolean isState(CallSite site, Value condition) {
    if (condition instanceof Value.Logic logic) {
      return logic.operands().stream().anyMatch(operand -> isState(site, operand));
    }
    Values.Ref seen = program.models().values().resolve(site.body, condition);
    CallSite asked = seen.site();
    Value subject = asked == null ? seen.value() : asked.receiver();
    return subject instanceof Value.Field;
  }

  /** Whether a closure is the loader of a map, which runs when a key is met first. */
  private boolean onMiss(CallSite site, Body to) {
    return to.callable.isClosure() && program.models().tagged(site.receiverType(), "map");
  }
}
