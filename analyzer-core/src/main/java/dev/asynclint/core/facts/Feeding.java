package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who hands work to the executors of a program: whether there is a task for every request, message
 * or call of a method, or a few long-lived ones. Immutable; safe for use by several threads.
 */
public final class Feeding {
  private static final int DEPTH = 3;

  private final Program program;
  private final Lazy<Map<CallSite, List<CallSite>>> feeders;

  /** Calls that could not be resolved, by name and arity: any of them may be a caller. */
  private final Lazy<Map<String, List<CallSite>>> unresolved;

  /** Bodies with a loop without an end of its own, there or a few calls away. */
  private final Lazy<Set<Body>> goingOn;

  private Feeding(Program program) {
    this.program = program;
    this.goingOn = new Lazy<>(() -> goingOn(program));
    this.feeders = new Lazy<>(this::feeders);
    this.unresolved = new Lazy<>(this::unresolved);
  }

  /** The feeding of a program's executors. */
  public static Feeding of(Program program) {
    return program.derived(Feeding.class, Feeding::new);
  }

  private static String key(String name, int arity) {
    return name + "/" + arity;
  }

  private Map<String, List<CallSite>> unresolved() {
    Map<String, List<CallSite>> found = new HashMap<>();
    program
        .unresolved()
        .forEach(
            site ->
                found
                    .computeIfAbsent(key(site.name(), site.args().size()), k -> new ArrayList<>(1))
                    .add(site));
    return found;
  }

  private Map<CallSite, List<CallSite>> feeders() {
    Map<CallSite, List<CallSite>> found = new HashMap<>();
    program
        .modelled()
        .forEach(
            site ->
                site.model().stream()
                    .flatMap(member -> member.effects(Effect.Runs.class))
                    .filter(runs -> !runs.lazily())
                    .flatMap(runs -> maker(site, runs).stream())
                    .forEach(
                        made -> found.computeIfAbsent(made, m -> new ArrayList<>(2)).add(site)));
    return found;
  }

  /** What made the executor that a call hands something to. */
  private Optional<CallSite> maker(CallSite site, Effect.Runs runs) {
    Value executor =
        switch (runs.where().place()) {
          case EXECUTOR -> site.operand(runs.where().param());
          case RECEIVER -> site.receiver();
          default -> Value.UNKNOWN;
        };
    return executor instanceof Value.Unknown
        ? Optional.empty()
        : Optional.ofNullable(program.executors().maker(site.body, executor));
  }

  /**
   * The calls that hand an executor as much work as others ask for: one task for each request, or
   * for each call of a method that is given the work, and nobody waits for it.
   */
  public Stream<CallSite> load(Pool pool) {
    return feeders.get().getOrDefault(pool.made(), List.of()).stream().filter(this::isLoad);
  }

  /**
   * A task handed over on a thread that must not run it.
   *
   * @param path how the code that hands it over comes to run there
   */
  public record OnLoop(CallSite feeder, Confidence confidence, List<Step> path) {}

  /** The calls that hand an executor a task on an event loop. */
  public Stream<OnLoop> onEventLoop(Pool pool) {
    Contexts contexts = program.contexts();
    return feeders.get().getOrDefault(pool.made(), List.of()).stream()
        .filter(site -> !contexts.guarded(site, Context.EVENT_LOOP))
        .flatMap(
            site ->
                contexts
                    .of(site.body)
                    .filter(reach -> reach.context() == Context.EVENT_LOOP)
                    .map(reach -> new OnLoop(site, reach.confidence(), reach.steps())));
  }

  private boolean isLoad(CallSite site) {
    if (site.body.sites.stream().anyMatch(this::maybeWaits)) {
      return false;
    }
    List<Body> tasks =
        site.model().stream()
            .flatMap(member -> member.effects(Effect.Runs.class))
            .flatMap(
                runs -> program.closures().bodies(site.body, site.operand(runs.param())).stream())
            .toList();
    if (tasks.stream().anyMatch(goingOn.get()::contains)) {
      return false;
    }
    if (Occasions.of(program).path(site).isPresent()) {
      return true;
    }
    boolean once = site.body.callable.isClosure() || Frame.loop(site.frame).isPresent();
    return !once && !startsUp(site.body, 0) && isGiven(site, tasks);
  }

  private boolean maybeWaits(CallSite site) {
    return site.effect(Effect.Waits.class).isPresent() || program.models().maybeWaits(site);
  }

  /** Bodies that are workers when they are handed over, not pieces of work. */
  private static Set<Body> goingOn(Program program) {
    List<Body> looping =
        program.index().bodies().stream()
            .filter(body -> body.loops)
            .filter(body -> body.sites.stream().anyMatch(Feeding::isInEndlessLoop))
            .toList();
    Set<Body> found = withCallers(program, looping);
    Set<String> names = new HashSet<>();
    found.forEach(body -> names.add(body.callable.name()));
    List<Body> maybe =
        program.index().bodies().stream()
            .filter(body -> body.unresolved.stream().anyMatch(site -> names.contains(site.name())))
            .toList();
    found.addAll(withCallers(program, maybe));
    return found;
  }

  private static Set<Body> withCallers(Program program, List<Body> bodies) {
    Set<Body> found = new HashSet<>(bodies);
    List<Body> wave = bodies;
    for (int away = 0; away < DEPTH; away++) {
      List<Body> next = new ArrayList<>();
      for (Body body : wave) {
        for (CallSite caller : program.callGraph().to(body)) {
          if (found.add(caller.body)) {
            next.add(caller.body);
          }
        }
      }
      wave = next;
    }
    return found;
  }

  private static boolean isInEndlessLoop(CallSite site) {
    return Frame.outward(site.frame)
        .anyMatch(
            frame ->
                frame.op() instanceof Op.Loop loop
                    && (loop.kind() == Op.Loop.Kind.WHILE || loop.kind() == Op.Loop.Kind.DO));
  }

  /** Whether what is run, or what it works on, comes with the call of the method it stands in. */
  private boolean isGiven(CallSite site, List<Body> tasks) {
    boolean handedOn =
        site.args().stream()
            .map(arg -> program.models().values().resolve(site.body, arg).value())
            .anyMatch(arg -> arg instanceof Value.Param);
    return handedOn
        || tasks.stream()
            .flatMap(task -> task.callable.captures().stream())
            .anyMatch(capture -> !(capture.variable() instanceof Value.This));
  }

  /** Whether a call happens once: not for each item, and not in what is handed on. */
  private boolean startsUp(CallSite call, int depth) {
    return !call.body.callable.isClosure()
        && Frame.loop(call.frame).isEmpty()
        && startsUp(call.body, depth);
  }

  /** Whether a callable runs once, when its object or the program starts. */
  private boolean startsUp(Body body, int depth) {
    Body method = body;
    while (method.callable.isClosure() && method.enclosing != null) {
      method = method.enclosing;
    }
    Callable callable = method.callable;
    if (Tasks.isMain(callable)
        || callable.kind() != Callable.Kind.METHOD
        || callable.params().isEmpty()) {
      return true;
    }
    if (depth == DEPTH) {
      return false;
    }
    List<CallSite> callers = program.callGraph().to(method);
    return (!callers.isEmpty() && callers.stream().allMatch(caller -> startsUp(caller, depth + 1)))
        || unresolved
            .get()
            .getOrDefault(key(callable.name(), callable.params().size()), List.of())
            .stream()
            .anyMatch(caller -> startsUp(caller, depth + 1));
  }
}
