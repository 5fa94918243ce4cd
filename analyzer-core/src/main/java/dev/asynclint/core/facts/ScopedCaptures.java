package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects that belong to a request, a thread or a callback and are used after its end. */
public final class ScopedCaptures {
  /** Callers above a method that are asked whether they keep the request. */
  private static final int CALLERS = 3;

  private final Program program;
  private final Models models;
  private final Names keeping;

  /** Names of calls that may be to any method of that name: its callers are not all known. */
  private final Lazy<Set<String>> unresolved;

  private final Outliving outliving;
  private final Map<Place, ScopedCapture> all = new LinkedHashMap<>();

  /** Why an object may not be used later. */
  public enum Scope {
    /** The container takes it back when the handler returns. */
    REQUEST("request-scoped"),
    /** One thread at a time may use it, and the one that made it goes on. */
    THREAD("confined"),
    /** The framework releases it when the callback returns. */
    CALLBACK("counted");

    private final String tag;

    Scope(String tag) {
      this.tag = tag;
    }
  }

  /**
   * A use after the end of the scope.
   *
   * @param use where the later code uses it first
   * @param variable its name
   * @param type its erased type
   * @param later the call or annotation that makes it later
   * @param path from where the object comes in to its use
   */
  public record ScopedCapture(
      Place use,
      String variable,
      String type,
      Scope scope,
      String later,
      Confidence confidence,
      List<Step> path) {
    /** Copies the path. */
    public ScopedCapture {
      path = List.copyOf(path);
    }
  }

  private ScopedCaptures(Program program) {
    this.program = program;
    this.models = program.models();
    this.outliving = Outliving.of(program);
    this.unresolved =
        new Lazy<>(() -> program.unresolved().map(CallSite::name).collect(Collectors.toSet()));
    this.keeping = new Names(models, member -> member.effect(Effect.Keeps.class).isPresent());
    outliving.tasks().forEach(this::task);
    program.index().bodies().forEach(this::asynchronous);
  }

  /** Those of a program. */
  public static ScopedCaptures of(Program program) {
    return program.derived(ScopedCaptures.class, ScopedCaptures::new);
  }

  /** Every one, once a place. */
  public Stream<ScopedCapture> all() {
    return all.values().stream();
  }

  private void task(Outliving.Task task) {
    task.captured()
        .forEach(
            (variable, use) -> {
              String type = type(variable);
              for (Scope scope : Scope.values()) {
                if (models.tagged(type, scope.tag) && isOver(task, variable, scope)) {
                  add(task, variable, use, type, scope);
                }
              }
            });
  }

  private void add(
      Outliving.Task task, CaptureUse.Variable variable, Place use, String type, Scope scope) {
    String later = "'" + task.keeper().display() + "'";
    Step given = new Step(task.keeper().place(), later + " runs the closure later", 0);
    Step used = new Step(use, "uses '" + variable.name() + "' then", 1);
    all.putIfAbsent(
        use,
        new ScopedCapture(
            use, variable.name(), type, scope, later, Confidence.HIGH, List.of(given, used)));
  }

  private boolean isOver(Outliving.Task task, CaptureUse.Variable variable, Scope scope) {
    Body declarer = variable.declarer();
    Body method = Outliving.method(task.keeper().body).orElse(null);
    boolean unseen =
        method == null
            || outliving.isHandedOn(task.keeper())
            || isKept(task, variable)
            || !runsElsewhere(task.entry(), task.keeper(), scope);
    if (unseen) {
      return false;
    }
    return switch (scope) {
      case REQUEST -> !staysOpen(method, 0);
      case THREAD -> variable.value() instanceof Value.Param || usedAfter(task, variable);
      case CALLBACK -> variable.value() instanceof Value.Param && isLent(declarer);
    };
  }

  /** On threads of a kind that is known, or on that of whoever completes a future. */
  private boolean runsElsewhere(Body entry, CallSite keeper, Scope scope) {
    return program.closures().of(entry).stream()
        .filter(use -> use.site() == keeper && use.runs() != null)
        .anyMatch(
            use ->
                switch (use.runs().where().place()) {
                  case EXECUTOR, RECEIVER, COMPLETER -> true;
                  case CONTEXT -> use.runs().where().context() != Context.CALLER;
                  case OWNER -> scope != Scope.THREAD;
                  default -> false;
                });
  }

  /**
   * Whether the container keeps the request open after a method: by what it returns, or because it
   * or a caller said so.
   */
  private boolean staysOpen(Body method, int depth) {
    String returns = method.callable.returns();
    boolean later =
        models.isAsyncResult(returns)
            || models.tagged(returns, "promise")
            || returns.equals(Types.UNKNOWN)
            || !models.knowledge().tags(models.types(), returns).isEmpty();
    return later
        || unresolved.get().contains(method.callable.name())
        || method.sites.stream().anyMatch(keeping::maybe)
        || (depth < CALLERS
            && program.callGraph().to(method).stream()
                .flatMap(call -> Outliving.method(call.body).stream())
                .anyMatch(caller -> staysOpen(caller, depth + 1)));
  }

  /** Whether something keeps the object for later, in the method or in the closure. */
  private boolean isKept(Outliving.Task task, CaptureUse.Variable variable) {
    List<Body> bodies = new ArrayList<>(task.bodies());
    for (Body body = task.keeper().body; body != null; body = body.enclosing) {
      bodies.add(body);
    }
    return bodies.stream()
        .flatMap(body -> body.sites.stream())
        .anyMatch(
            site ->
                site.model().isEmpty() && keeping.maybe(site)
                    || site.effect(Effect.Keeps.class)
                        .filter(keeps -> variable.isIn(site.body, site.operand(keeps.what())))
                        .isPresent());
  }

  private boolean usedAfter(Outliving.Task task, CaptureUse.Variable variable) {
    CallSite keeper = task.keeper();
    boolean[] used = {false};
    Operands.visit(
        variable.declarer().callable.body(),
        (op, operand) ->
            used[0] |=
                op.origin().start() > keeper.op.origin().end()
                    && !(op instanceof Op.Return)
                    && variable.isIn(variable.declarer(), operand));
    return used[0] && variable.declarer() == keeper.body;
  }

  /** Whether a callback's arguments are released when it returns. */
  private boolean isLent(Body callback) {
    String owner = callback.callable.owner();
    return models.tagged(owner, "lends")
        && callback.callable.annotations().stream()
            .anyMatch(one -> one.simpleName().equals("Override"))
        && program.index().implementsLibrary(callback)
        && program.index().bodies(owner).stream()
            .filter(body -> body.callable.kind() == Callable.Kind.CONSTRUCTOR)
            .flatMap(body -> body.sites.stream())
            .noneMatch(site -> site.args().contains(new Value.Const(Boolean.FALSE)));
  }

  /** A method that a framework runs later on its own threads, with what it was given. */
  private void asynchronous(Body body) {
    Callable callable = body.callable;
    if (callable.annotations().isEmpty()
        || callable.kind() != Callable.Kind.METHOD
        || !callable.returns().equals("void")) {
      return;
    }
    Optional<String> annotation =
        callable.annotations().stream()
            .filter(
                one ->
                    models
                        .knowledge()
                        .annotation(one.type())
                        .filter(model -> model.context() == Context.BOUNDED_POOL)
                        .isPresent())
            .map(one -> "@" + one.simpleName())
            .findFirst();
    for (Callable.Variable param : callable.params()) {
      if (annotation.isPresent() && models.tagged(param.type(), Scope.REQUEST.tag)) {
        Place place = new Place(body.unit, param.origin(), param.name().length());
        List<Step> path =
            List.of(new Step(body.place(), annotation.get() + " runs it after the request", 0));
        all.putIfAbsent(
            place,
            new ScopedCapture(
                place,
                param.name(),
                param.type(),
                Scope.REQUEST,
                annotation.get(),
                Confidence.HIGH,
                path));
      }
    }
  }

  private static String type(CaptureUse.Variable variable) {
    Callable callable = variable.declarer().callable;
    return Stream.concat(callable.params().stream(), callable.locals().stream())
        .filter(one -> one.name().equals(variable.name()))
        .map(Callable.Variable::type)
        .findFirst()
        .orElse(Types.UNKNOWN);
  }
}
