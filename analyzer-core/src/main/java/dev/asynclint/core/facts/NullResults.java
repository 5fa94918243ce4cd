package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Annotation;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Null given where a future or publisher is promised. */
public final class NullResults {
  private static final int BARE = "null".length();
  private static final int STATEMENT = "return null;".length();

  private final Program program;
  private final Map<String, Member> instead;

  /**
   * A null that is returned.
   *
   * @param type simple name of the type that is promised
   * @param stub whether the method does nothing else
   * @param to the call that uses the result; empty for a method, whose callers do
   * @param instead what to return; empty when there is nothing simple
   * @param edits that return it; empty when the place is not simple
   */
  public record NullResult(
      Place place,
      String type,
      boolean stub,
      Optional<CallSite> to,
      String instead,
      List<Edit> edits) {}

  private NullResults(Program program) {
    this.program = program;
    this.instead = replacements(program.models().knowledge());
  }

  /** Those of a program. */
  public static NullResults of(Program program) {
    return program.derived(NullResults.class, NullResults::new);
  }

  /** Every null that callers will take for a future or publisher. */
  public Stream<NullResult> all() {
    return program.index().bodies().stream()
        .filter(body -> body.returned.stream().anyMatch(NullResults::isNull))
        .flatMap(body -> of(body).stream());
  }

  private static boolean isNull(Value value) {
    return value.equals(Value.Const.NULL)
        || value instanceof Value.Choice choice && choice.options().contains(Value.Const.NULL);
  }

  private List<NullResult> of(Body body) {
    Optional<CallSite> to = body.callable.isClosure() ? composer(body) : Optional.empty();
    String type =
        body.callable.isClosure() ? to.map(CallSite::type).orElse("") : body.callable.returns();
    Optional<Member> replacement = Optional.ofNullable(instead.get(type));
    if (replacement.isEmpty() || mayBeNull(body)) {
      return List.of();
    }
    List<Op.Return> returns = new ArrayList<>();
    collect(body.callable.body(), returns);
    return returns.stream().map(one -> result(body, one, type, to, replacement.get())).toList();
  }

  private static NullResult result(
      Body body, Op.Return at, String type, Optional<CallSite> to, Member instead) {
    Rewrite rewrite = new Rewrite(body);
    String call = "." + instead.name() + (instead.arity() == 0 ? "()" : "(null)");
    Origin origin = at.origin();
    int length = origin.end() - origin.start();
    boolean bare = length == BARE;
    List<Edit> edits = List.of();
    if (at.value().equals(Value.Const.NULL) && (bare || length == STATEMENT)) {
      String text = rewrite.type(instead.owner()) + call;
      edits = rewrite.replace(origin, bare ? text : "return " + text + ";").edits();
    }
    Place place = new Place(body.unit, origin, bare ? BARE : "return".length());
    boolean stub = !body.callable.isClosure() && body.callable.body().ops().equals(List.of(at));
    return new NullResult(
        place, Body.simple(type), stub, to, Body.simple(instead.owner()) + call, edits);
  }

  /** The call that takes what a function returns for a chain of its own. */
  private Optional<CallSite> composer(Body closure) {
    return program.closures().of(closure).stream()
        .filter(use -> use.runs() != null && use.passed() == null)
        .filter(
            use ->
                use.site().model().stream()
                    .flatMap(model -> model.effects(Effect.Chains.class))
                    .anyMatch(chains -> chains.from() == use.runs().param()))
        .map(Closures.Use::site)
        .filter(site -> program.models().isAsyncResult(site.type()))
        .findFirst();
  }

  /** The members that give what to return instead, by the type that a null has no meaning for. */
  private static Map<String, Member> replacements(Knowledge knowledge) {
    Map<String, Member> found = new HashMap<>();
    knowledge
        .members()
        .forEach(
            member ->
                member
                    .effects(Effect.ReplacesNull.class)
                    .map(one -> one.type().isEmpty() ? member.owner() : one.type())
                    .forEach(type -> found.putIfAbsent(type, member)));
    return found;
  }

  /**
   * Whether a method says that it may return null, or runs behind a proxy that takes it, or has
   * callers that know: a private one, one that is there to be overridden, a general function.
   */
  private boolean mayBeNull(Body body) {
    Callable callable = body.callable;
    return callable.modifiers().contains("private")
        || callable.modifiers().contains("default")
        || answersLibrary(callable)
        || looksUp(body)
        || isLookedAt(body)
        || !callable.isClosure() && program.models().tagged(callable.owner(), "function")
        || callable.annotations().stream()
            .map(Annotation::type)
            .anyMatch(
                type ->
                    type.endsWith("Nullable")
                        || type.endsWith("CheckForNull")
                        || program.models().knowledge().annotation(type).isPresent());
  }

  /**
   * Whether a caller takes the result up only where a condition says so that is looked at after the
   * call and is not about anything known, as a comparison with null. Calls of that name that could
   * not be resolved count as callers.
   */
  private boolean isLookedAt(Body body) {
    Callable callable = body.callable;
    Stream<CallSite> maybe =
        program
            .unresolved()
            .filter(site -> site.name().equals(callable.name()))
            .filter(site -> site.args().size() == callable.params().size());
    Stream<CallSite> known =
        Stream.concat(
            program.callGraph().to(body).stream(), program.callGraph().choosing(body).stream());
    return !callable.isClosure()
        && Stream.concat(known, maybe).anyMatch(NullResults::isTakenUnderCondition);
  }

  private static boolean isTakenUnderCondition(CallSite call) {
    Value result = new Value.Result(call.result());
    List<CallSite> takers =
        call.body.localWrites.entrySet().stream()
            .filter(entry -> entry.getValue().contains(result))
            .map(entry -> new Value.Local(entry.getKey()))
            .flatMap(
                local ->
                    call.body.sites.stream()
                        .filter(s -> s.receiver().equals(local) || s.args().contains(local))
                        .filter(s -> s.op.origin().start() > call.op.origin().start()))
            .toList();
    return !takers.isEmpty() && takers.stream().allMatch(taker -> asksBefore(taker, call));
  }

  /** Whether a condition without a known subject stands between a call and a later one. */
  private static boolean asksBefore(CallSite later, CallSite call) {
    for (Guard guard = later.guards; guard != null && guard != call.guards; guard = guard.outer()) {
      if (guard.condition() instanceof Value.Unknown) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it gives out futures that are kept somewhere: the null of a look-up says that there is
   * none.
   */
  private boolean looksUp(Body body) {
    return !body.callable.isClosure()
        && body.returned.stream()
            .map(value -> program.models().values().resolve(body, value))
            .anyMatch(
                ref ->
                    ref.value() instanceof Value.Field
                        || ref.value() instanceof Value.Element
                        || ref.site() != null
                            && (ref.site().target() instanceof Target.Unknown
                                || program.models().tagged(ref.site().receiverType(), "map")));
  }

  /** Whether it overrides a callback of a library that takes null for "done". */
  private boolean answersLibrary(Callable callable) {
    return program
        .models()
        .knowledge()
        .member(
            program.models().types(), callable.owner(), callable.name(), callable.params().size())
        .filter(member -> member.has(Effect.Flag.IGNORABLE))
        .isPresent();
  }

  private static void collect(Op op, List<Op.Return> found) {
    if (op instanceof Op.Return one) {
      if (isNull(one.value())) {
        found.add(one);
      }
    } else if (op instanceof Op.Block block) {
      block.ops().forEach(kid -> collect(kid, found));
    } else if (op instanceof Op.Branch branch) {
      branch.arms().forEach(kid -> collect(kid, found));
    } else if (op instanceof Op.Loop loop) {
      collect(loop.body(), found);
    } else if (op instanceof Op.Sync sync) {
      collect(sync.body(), found);
    } else if (op instanceof Op.Try attempt) {
      collect(attempt.resources(), found);
      collect(attempt.body(), found);
      attempt.catches().forEach(one -> collect(one.body(), found));
      collect(attempt.finallyBlock(), found);
    } else if (op instanceof Op.Opaque opaque) {
      opaque.kids().forEach(kid -> collect(kid, found));
    }
  }
}
