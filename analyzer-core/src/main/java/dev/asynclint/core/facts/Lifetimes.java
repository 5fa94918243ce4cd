package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Executors, clients and event loops that live no longer than the call that makes them. Immutable;
 * safe for use by several threads.
 */
public final class Lifetimes {
  private static final int LONGEST_CHAIN = 16;

  private static final List<String> KINDS = List.of("executor", "client", "resource");

  private final List<ShortLived> all;

  /**
   * Something with threads or connections of its own that nothing keeps.
   *
   * @param made the call or creation that makes it
   * @param what its kind, for messages: "executor"
   * @param closed whether the same call ends it
   * @param repeated whether it is made for every request or item
   * @param path the way of a request to it; may be empty
   */
  public record ShortLived(
      CallSite made, String what, boolean closed, boolean repeated, List<Step> path) {}

  private Lifetimes(Program program) {
    all =
        program
            .modelled()
            .filter(site -> site.has(Effect.Flag.ALLOCATES_HEAVY))
            .flatMap(site -> shortLived(program, site).stream())
            .toList();
  }

  /** The short-lived of a program. */
  public static Lifetimes of(Program program) {
    return program.derived(Lifetimes.class, Lifetimes::new);
  }

  /** Every one, in the order of files and places. */
  public Stream<ShortLived> all() {
    return all.stream();
  }

  private static Optional<ShortLived> shortLived(Program program, CallSite made) {
    Set<String> tags = program.models().knowledge().tags(program.models().types(), made.type());
    Optional<String> kind = KINDS.stream().filter(tags::contains).findFirst();
    if (kind.isEmpty() || isOnce(program, made.body) || isDerived(program, made, kind.get())) {
      return Optional.empty();
    }
    Uses uses = new Uses();
    uses.follow(made.body, new Value.Result(made.result()));
    if (!uses.seen || uses.escapes) {
      return Optional.empty();
    }
    Optional<List<Step>> path = Occasions.of(program).path(made);
    boolean repeated = path.isPresent() || program.repetition().isOverData(made, 1) == Answer.YES;
    return Optional.of(
        new ShortLived(made, kind.get(), uses.closed, repeated, path.orElse(List.of())));
  }

  /**
   * Whether a builder makes it that another one of the kind gave, so that they share what is dear;
   * it may when the builder came from a call that is not known.
   */
  private static boolean isDerived(Program program, CallSite made, String kind) {
    Values values = program.models().values();
    CallSite before = values.resolve(made.body, made.receiver()).site();
    for (int i = 0; i < LONGEST_CHAIN && before != null && !before.isNew(); i++) {
      boolean ofAnother =
          program.models().tagged(before.receiverType(), kind)
              && !(before.receiver() instanceof Value.TypeName);
      if (ofAnother || before.target() instanceof Target.Unknown) {
        return true;
      }
      before = values.resolve(before.body, before.receiver()).site();
    }
    return false;
  }

  /**
   * Whether a callable runs once: at the start of an object or program, or called by a framework.
   */
  private static boolean isOnce(Program program, Body body) {
    return isOnce(program, body, 0);
  }

  private static boolean isOnce(Program program, Body body, int depth) {
    Body method = body;
    while (method.callable.isClosure() && method.enclosing != null) {
      method = method.enclosing;
    }
    Callable callable = method.callable;
    boolean byFramework =
        callable.modifiers().contains("private")
            && !callable.annotations().isEmpty()
            && program.callGraph().to(method).isEmpty();
    return byFramework
        || callable.kind() != Callable.Kind.METHOD
        || Tasks.isMain(callable)
        || (callable.modifiers().contains("static") && isPartOfMain(program, method, depth));
  }

  /** Whether a method is called by the start of the program alone, and not in a loop. */
  private static boolean isPartOfMain(Program program, Body method, int depth) {
    List<CallSite> callers = program.callGraph().to(method);
    return depth < 2
        && !callers.isEmpty()
        && callers.stream()
            .allMatch(
                site ->
                    !site.standsInLoop()
                        && (Tasks.isMain(site.body.callable)
                            || isPartOfMain(program, site.body, depth + 1)));
  }

  /** What is done with a value in the callable that makes it, and in its closures. */
  private static final class Uses {
    private final Set<Value> followed = new HashSet<>();
    private boolean seen;
    private boolean escapes;
    private boolean closed;

    private void follow(Body body, Value value) {
      if (followed.add(value)) {
        visit(body, body.callable.body(), value);
        for (Body inner : body.program.index().closures(body)) {
          visitInner(inner, value);
        }
      }
    }

    private void visitInner(Body body, Value value) {
      if (value instanceof Value.Local && body.declarer(((Value.Local) value).name()) != body) {
        visit(body, body.callable.body(), value);
        body.program.index().closures(body).forEach(inner -> visitInner(inner, value));
      }
    }

    private void visit(Body body, Op op, Value value) {
      if (op instanceof Op.Try attempt) {
        attempt.resources().ops().stream()
            .filter(Op.Write.class::isInstance)
            .filter(write -> ((Op.Write) write).value().equals(value))
            .forEach(write -> closed = true);
      }
      for (Value operand : Operands.of(op)) {
        if (Operands.mentions(operand, value)) {
          seen = true;
          use(body, op, operand, value);
        }
      }
      Operands.parts(op).forEach(part -> visit(body, part, value));
    }

    private void use(Body body, Op op, Value operand, Value value) {
      if (!operand.equals(value)) {
        escapes |= !(op instanceof Op.Branch || op instanceof Op.Loop);
      } else if (op instanceof Op.Write write) {
        boolean once =
            write.place() instanceof Value.Local local
                && !isAnnotated(body, local)
                && body.localWrites.getOrDefault(local.name(), List.of()).size() == 1;
        if (once) {
          follow(body, write.place());
        } else {
          escapes = true;
        }
      } else if (op instanceof Op.Call call) {
        passed(body.site(call.result()), value);
      } else if (op instanceof Op.New creation) {
        passed(body.site(creation.result()), value);
      } else {
        escapes |= !(op instanceof Op.Branch);
      }
    }

    /** Code made from the annotation of a variable may end what it holds. */
    private static boolean isAnnotated(Body body, Value.Local local) {
      return body.callable.locals().stream()
          .filter(declared -> declared.name().equals(local.name()))
          .flatMap(declared -> declared.annotations().stream())
          .anyMatch(annotation -> !annotation.type().startsWith("java.lang."));
    }

    private void passed(CallSite site, Value value) {
      if (site.model().isEmpty()) {
        escapes = true;
        return;
      }
      if (site.receiver().equals(value)) {
        closed |= site.has(Effect.Flag.CLOSES);
        escapes |= site.effect(Effect.Repeats.class).isPresent();
        if (site.has(Effect.Flag.FLUENT)) {
          follow(site.body, new Value.Result(site.result()));
        }
      }
      for (int i = 0; i < site.args().size(); i++) {
        if (site.args().get(i).equals(value)) {
          given(site, i);
        }
      }
    }

    /** An executor that runs a function keeps nothing; one that is wrapped lives on in that. */
    private void given(CallSite site, int position) {
      List<Effect> effects = new ArrayList<>(site.model().orElseThrow().effects());
      boolean runs =
          effects.stream()
              .anyMatch(e -> e instanceof Effect.Runs r && r.where().param() == position);
      boolean wraps =
          effects.stream().anyMatch(e -> e instanceof Effect.Chains c && c.from() == position);
      boolean shifts =
          effects.stream()
              .anyMatch(e -> e instanceof Effect.Shifts s && s.to().param() == position);
      if (wraps) {
        follow(site.body, new Value.Result(site.result()));
      } else if (!runs && !shifts) {
        escapes = true;
      }
    }
  }
}
