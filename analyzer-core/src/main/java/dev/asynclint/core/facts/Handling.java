package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What handlers of exceptions do about them, besides writing them down. */
final class Handling {
  private static final int DEPTH = 4;

  private final Index index;
  private final Models models;
  private final Set<String> marking;

  Handling(Program program) {
    this.index = program.index();
    this.models = program.models();
    this.marking =
        models
            .knowledge()
            .members()
            .filter(member -> member.has(Effect.Flag.INTERRUPTS))
            .map(member -> member.name())
            .collect(Collectors.toSet());
  }

  /**
   * Whether a handler may tell somebody that the thread was asked to stop: it throws, leaves a loop
   * around it, keeps or passes on the exception, notes something, marks the thread again there or
   * later, or calls what may do so.
   */
  boolean tells(Body body, Op.Try attempt, Op.Catch handler) {
    Value.Local variable = new Value.Local(handler.variable());
    return body.sites.stream()
            .anyMatch(
                site ->
                    isIn(site, attempt, handler) ? does(site, variable) : marksLater(site, handler))
        || notes(body, handler.body(), variable)
        || throwsAfter(body.callable.body(), attempt)
        || (inLoop(body, attempt) && leaves(handler.body()));
  }

  /** Whether an exception is certainly thrown once a statement is done. */
  private static boolean throwsAfter(Op op, Op.Try attempt) {
    List<Op> parts = Operands.parts(op);
    for (int i = 0; i < parts.size(); i++) {
      if (holds(parts.get(i), attempt)) {
        List<Op> later = parts.subList(i + 1, parts.size());
        boolean thrown =
            op instanceof Op.Block && later.stream().anyMatch(Op.Throw.class::isInstance);
        return thrown || throwsAfter(parts.get(i), attempt);
      }
    }
    return false;
  }

  private static boolean holds(Op op, Op.Try attempt) {
    return op == attempt || Operands.parts(op).stream().anyMatch(part -> holds(part, attempt));
  }

  /** Whether a call writes down, or looks at something, and nothing more. */
  boolean isHarmless(CallSite site) {
    return isLogging(site) || site.has(Effect.Flag.READS);
  }

  private static boolean isIn(CallSite site, Op.Try attempt, Op.Catch handler) {
    int at = site.op.origin().start();
    return handler.origin().start() <= at
        && at < handler.origin().end()
        && Frame.outward(site.frame)
            .anyMatch(frame -> frame.op() == attempt && frame.part() == Frame.Part.CATCH);
  }

  private boolean marksLater(CallSite site, Op.Catch handler) {
    return site.op.origin().start() >= handler.origin().end()
        && marks(site)
        && Frame.outward(site.frame).noneMatch(frame -> frame.part() == Frame.Part.CATCH);
  }

  private boolean marks(CallSite site) {
    return site.has(Effect.Flag.INTERRUPTS)
        || (site.target() instanceof Target.Unknown && marking.contains(site.name()));
  }

  private boolean isLogging(CallSite site) {
    return models.tagged(site.receiverType(), "log")
        || (site.target() instanceof Target.Known known && models.tagged(known.owner(), "log"));
  }

  /** What a call in the handler itself may do. */
  private boolean does(CallSite site, Value.Local variable) {
    if (isLogging(site) || site.receiver().equals(variable)) {
      return false;
    }
    boolean passes =
        site.args().stream()
            .anyMatch(arg -> isAbout(site.body, arg, variable) || arg instanceof Value.Closure);
    return passes || acts(site, new HashSet<>(), 0);
  }

  /** Whether a value is the exception, or what a call on it gave, such as its text. */
  private boolean isAbout(Body body, Value value, Value.Local variable) {
    CallSite made = models.values().resolve(body, value).site();
    return Operands.mentions(value, variable)
        || (made != null && !made.isNew() && made.receiver().equals(variable));
  }

  /** Whether a handler gives its caller a value: a failure of any kind told by what is returned. */
  static boolean answers(Op op) {
    return (op instanceof Op.Return done && !(done.value() instanceof Value.Unknown))
        || Operands.parts(op).stream().anyMatch(Handling::answers);
  }

  /** Whether a call may do more than compute. */
  private boolean acts(CallSite site, Set<Body> seen, int depth) {
    if (isLogging(site)) {
      return false;
    }
    if (marks(site) || site.target() instanceof Target.Unknown && !site.isNew()) {
      return true;
    }
    List<Index.Callee> callees = index.callees(site);
    boolean ours =
        site.target() instanceof Target.Known known && index.type(known.owner()).isPresent();
    if (ours) {
      boolean trivial = callees.isEmpty() && site.isNew();
      return !trivial
          && (callees.isEmpty()
              || depth >= DEPTH
              || callees.stream().anyMatch(callee -> acts(callee.body(), seen, depth + 1)));
    }
    return !site.isNew() && (site.type().equals("void") || site.type().equals(Types.UNKNOWN));
  }

  private boolean acts(Body body, Set<Body> seen, int depth) {
    return seen.add(body)
        && (!body.fieldWrites.isEmpty() && !body.callable.name().equals("<init>")
            || contains(body.callable.body(), Op.Throw.class)
            || body.sites.stream().anyMatch(site -> acts(site, seen, depth)));
  }

  /** Whether a handler throws, keeps the exception, sets something or asks for its own flag. */
  private boolean notes(Body body, Op op, Value.Local variable) {
    if (op instanceof Op.Throw
        || (op instanceof Op.Branch branch && asks(body, branch.condition()))) {
      return true;
    }
    if (op instanceof Op.Write write) {
      boolean flag =
          write.value() instanceof Value.Const constant && constant.value() instanceof Boolean;
      return !(write.place() instanceof Value.Local)
          || flag
          || Operands.mentions(write.value(), variable);
    }
    if (op instanceof Op.Return done) {
      return Operands.mentions(done.value(), variable);
    }
    return Operands.parts(op).stream().anyMatch(part -> notes(body, part, variable));
  }

  /** Whether a condition is about more than what is to be written down. */
  private boolean asks(Body body, Value condition) {
    if (condition instanceof Value.Logic logic) {
      return logic.operands().stream().anyMatch(operand -> asks(body, operand));
    }
    CallSite asked = models.values().resolve(body, condition).site();
    return asked == null || !isLogging(asked);
  }

  private static boolean inLoop(Body body, Op.Try attempt) {
    return surrounds(body.callable.body(), attempt, false);
  }

  private static boolean surrounds(Op op, Op.Try attempt, boolean looped) {
    if (op == attempt) {
      return looped;
    }
    boolean inside = looped || op instanceof Op.Loop;
    return Operands.parts(op).stream().anyMatch(part -> surrounds(part, attempt, inside));
  }

  /** Whether a part of a loop may leave it. */
  static boolean leaves(Op op) {
    boolean out =
        op instanceof Op.Return
            || op instanceof Op.Throw
            || (op instanceof Op.Opaque opaque && opaque.what().equals("break"));
    return out || Operands.parts(op).stream().anyMatch(Handling::leaves);
  }

  private static boolean contains(Op op, Class<? extends Op> kind) {
    return kind.isInstance(op)
        || Stream.of(op)
            .flatMap(one -> Operands.parts(one).stream())
            .anyMatch(part -> contains(part, kind));
  }
}
