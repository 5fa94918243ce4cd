package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is told when something fails, and what can fail. */
final class Failures {
  private static final int DEPTH = 20;

  /** Calls below a task that are followed for what they may throw. */
  private static final int CALLS = 3;

  /** Calls below a task in which a throw counts; further down it tends to guard against misuse. */
  private static final int THROWS = 1;

  /** Exceptions that say "this program is wrong"; a task is not expected to survive them. */
  private static final Set<String> BUGS =
      Set.of(
          "java.lang.IllegalArgumentException",
          "java.lang.NullPointerException",
          "java.lang.UnsupportedOperationException",
          "java.lang.IndexOutOfBoundsException",
          "java.lang.AssertionError");

  /** Waits that end in an exception when the other side is not there. */
  private static final Set<String> REMOTE =
      Set.of(
          "file",
          "url",
          "socket",
          "dns",
          "database",
          "transaction",
          "http",
          "rpc",
          "redis",
          "messaging",
          "mail",
          "search",
          "cloud",
          "directory",
          "future",
          "publisher");

  private final Program program;
  private final Map<Body, Escapes> escapes = new HashMap<>();
  private final boolean hooked;

  private Failures(Program program) {
    this.program = program;
    Names hooks = new Names(program.models(), member -> member.has(Effect.Flag.HOOKS_FAILURES));
    this.hooked = program.maybe(hooks).findAny().isPresent();
  }

  static Failures of(Program program) {
    return program.derived(Failures.class, Failures::new);
  }

  /** Whether the program says what is done with failures that nothing else sees to. */
  boolean areHooked() {
    return hooked;
  }

  /** Whether what a call of the program gives has had its failures seen to already. */
  boolean isContained(CallSite site) {
    List<Index.Callee> callees = program.index().callees(site);
    return !callees.isEmpty()
        && callees.stream()
            .allMatch(
                callee ->
                    !callee.body().returned.isEmpty()
                        && callee.body().returned.stream()
                            .allMatch(value -> isContained(callee.body(), value)));
  }

  private boolean isContained(Body body, Value value) {
    CallSite made = program.models().values().resolve(body, value).site();
    return made == null || made.has(Effect.Flag.COMPLETED) || isHandled(made) != Answer.NO;
  }

  /** Whether a stage of the chain that ends in a call sees to failures. */
  Answer isHandled(CallSite last) {
    Values values = program.models().values();
    CallSite site = last;
    for (int depth = 0; depth < DEPTH; depth++) {
      if (site.has(Effect.Flag.HANDLES_FAILURES)) {
        return Answer.YES;
      }
      if (site.target() instanceof Target.Unknown) {
        return Answer.UNKNOWN;
      }
      CallSite before = values.resolve(site.body, site.receiver()).site();
      if (before == null) {
        return site.receiver() instanceof Value.Unknown ? Answer.UNKNOWN : Answer.NO;
      }
      site = before;
    }
    return Answer.UNKNOWN;
  }

  /** How an exception gets out of a body: the calls on the way, the last step being its source. */
  Optional<List<Step>> escape(Body body) {
    return escape(body, 0, new ArrayList<>(List.of(body)));
  }

  private Optional<List<Step>> escape(Body body, int depth, List<Body> path) {
    Escapes out;
    synchronized (escapes) {
      out = escapes.computeIfAbsent(body, b -> Escapes.of(b, program.models().types()));
    }
    for (CallSite site : body.sites) {
      if (!(site.op instanceof Op.Call) || !out.open.contains(site.result())) {
        continue;
      }
      if (REMOTE.contains(site.waitsFor())) {
        return Optional.of(List.of(new Step(site.place(), site.display() + " may fail", depth)));
      }
      List<Index.Callee> callees = program.index().callees(site);
      if (depth < CALLS && callees.size() == 1 && !path.contains(callees.get(0).body())) {
        Body callee = callees.get(0).body();
        path.add(callee);
        Optional<List<Step>> below = escape(callee, depth + 1, path);
        if (below.isPresent()) {
          List<Step> steps = new ArrayList<>();
          steps.add(new Step(site.place(), "calls " + site.display(), depth));
          steps.addAll(below.get());
          return Optional.of(steps);
        }
      }
    }
    return depth > THROWS
        ? Optional.empty()
        : out.thrown.stream()
            .filter(one -> isExpected(out.type(one)))
            .findFirst()
            .map(
                one ->
                    List.of(
                        new Step(
                            new Place(body.unit, one.origin(), 5),
                            "throws " + Body.simple(out.type(one)),
                            depth)));
  }

  private boolean isExpected(String type) {
    return !type.equals(Types.UNKNOWN)
        && BUGS.stream().noneMatch(bug -> program.models().types().isA(type, bug));
  }
}
