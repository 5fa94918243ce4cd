package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closures that certainly run after the call they are given to has returned, unawaited. */
final class Outliving {
  private static final int STAGES = 8;

  private final Program program;
  private final Keepers keepers;
  private final List<Task> all = new ArrayList<>();

  /**
   * A closure, or an object of a local class, that runs later.
   *
   * @param entry what is run
   * @param keeper the call that keeps it until then
   * @param bodies the entry with all that stands in it
   */
  record Task(Body entry, CallSite keeper, List<Body> bodies) {
    /** The variables it uses of the bodies around it, with the first use of each. */
    Map<CaptureUse.Variable, Place> captured() {
      Map<CaptureUse.Variable, Place> found = new LinkedHashMap<>();
      for (Body body : bodies) {
        body.callable
            .captures()
            .forEach(
                capture ->
                    CaptureUse.Variable.of(body, capture.variable())
                        .filter(variable -> !bodies.contains(variable.declarer()))
                        .ifPresent(
                            variable ->
                                found.putIfAbsent(
                                    variable,
                                    new Place(
                                        body.unit, capture.origin(), length(variable.name())))));
      }
      return found;
    }

    private static int length(String name) {
      int ordinal = name.indexOf('#');
      return ordinal < 0 ? name.length() : ordinal;
    }
  }

  private Outliving(Program program) {
    this.program = program;
    this.keepers = new Keepers(program.models().values(), program.closures());
    for (Body entry : program.index().bodies()) {
      if (entry.enclosing != null) {
        keepers
            .of(entry)
            .filter(keeper -> runsLater(entry, keeper))
            .ifPresent(keeper -> all.add(new Task(entry, keeper, program.nesting().whole(entry))));
      }
    }
  }

  static Outliving of(Program program) {
    return program.derived(Outliving.class, Outliving::new);
  }

  /** Every one, in source order. */
  List<Task> tasks() {
    return all;
  }

  private boolean runsLater(Body entry, CallSite keeper) {
    return !program.models().tagged(keeper.receiverType(), "stream")
        && !isUnresolved(keeper)
        && !waitsAfter(keeper)
        && program.closures().of(entry).stream()
            .filter(use -> use.site() == keeper && use.runs() != null)
            .flatMap(use -> program.chains().spots(keeper, use.runs()).stream())
            .noneMatch(spot -> spot instanceof Spot.Within within && within.body() == keeper.body);
  }

  /** Whether the source of the chain is not known: it may be complete, so that all runs at once. */
  private boolean isUnresolved(CallSite keeper) {
    CallSite source = program.models().values().resolve(keeper.body, keeper.receiver()).site();
    return source != null && source.target() instanceof Target.Unknown;
  }

  /** Whether the body that hands the closure over waits for something, or may do so, later on. */
  boolean waitsAfter(CallSite keeper) {
    return keeper.body.sites.stream()
        .filter(site -> site.op.origin().anchor() > keeper.op.origin().anchor())
        .anyMatch(
            site ->
                site.effect(Effect.Waits.class).isPresent()
                    || program.models().maybeWaits(site)
                    || program.event(site).filter(Waiting.Event::waits).isPresent());
  }

  /** A call with the stages that follow it on its chain. */
  List<CallSite> stages(CallSite first) {
    List<CallSite> found = new ArrayList<>(List.of(first));
    for (int i = 0; i < found.size() && found.size() < STAGES; i++) {
      found.addAll(program.chains().next(found.get(i)));
    }
    return found;
  }

  /** Whether what a call gives, or a later stage, is returned by the body it stands in. */
  boolean isReturned(CallSite site) {
    List<CallSite> stages = stages(site);
    return site.body.returned.stream().anyMatch(value -> isOneOf(site.body, value, stages));
  }

  /** Whether the result is given to others, who may wait for it or keep it. */
  boolean isHandedOn(CallSite site) {
    List<CallSite> stages = stages(site);
    boolean[] found = {false};
    Operands.visit(
        site.body.callable.body(),
        (op, operand) -> {
          boolean receiver = op instanceof Op.Call call && call.receiver().equals(operand);
          boolean argument = receiver && ((Op.Call) op).args().contains(operand);
          boolean local = op instanceof Op.Write write && write.place() instanceof Value.Local;
          found[0] |= (!receiver || argument) && !local && isOneOf(site.body, operand, stages);
        });
    return found[0];
  }

  private boolean isOneOf(Body body, Value value, List<CallSite> stages) {
    if (value instanceof Value.Choice choice) {
      return choice.options().stream().anyMatch(option -> isOneOf(body, option, stages));
    }
    CallSite made = program.models().values().resolve(body, value).site();
    return made != null && stages.contains(made);
  }

  /** The method a body belongs to, through the closures around it. */
  static Optional<Body> method(Body body) {
    Body at = body;
    while (at != null && at.callable.isClosure()) {
      at = at.enclosing;
    }
    return Optional.ofNullable(at);
  }
}
