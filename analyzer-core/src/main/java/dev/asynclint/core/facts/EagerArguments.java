package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Slow calls in the argument of an operator that is meant to be lazy: they happen while the chain
 * is built, whether or not anyone ever needs the value, on whichever thread builds it.
 */
public final class EagerArguments {
  private static final int DEPTH = 3;
  private static final int STAGES = 12;

  /** Too short to be worth a function of its own. */
  private static final Set<String> CHEAP = Set.of("metadata", "class-path", "url", "entropy");

  private final Program program;
  private final Models models;
  private final Duration longest;
  private final Duration poll;
  private final Summaries summaries;
  private final List<Eager> all = new ArrayList<>();
  private final Set<CallSite> sites = new HashSet<>();

  /** Why it matters that the argument is evaluated early. */
  public enum Reason {
    /** The chain is subscribed on another scheduler, which comes too late. */
    OFFLOADED,
    /** The value is for a case that may not arise. */
    SPARE,
    /** The method promises an asynchronous result, and makes its caller wait. */
    PROMISED
  }

  /**
   * A slow call in an eager argument.
   *
   * @param operator the call that takes the argument
   * @param call the slow call in the argument
   * @param event what is slow at the end: the call itself or one that it leads to
   * @param kind what it waits for, in the word of the knowledge file; {@code cpu} for work
   */
  public record Eager(
      CallSite operator,
      CallSite call,
      CallSite event,
      String kind,
      Reason reason,
      List<Step> path) {
    /** Copies the path. */
    public Eager {
      path = List.copyOf(path);
    }
  }

  /** The answers for the limits of what counts as slow. */
  private record ByLimit(java.util.Map<List<Duration>, EagerArguments> known) {}

  private EagerArguments(Program program, Duration longest, Duration poll) {
    this.program = program;
    this.models = program.models();
    this.longest = longest;
    this.poll = poll;
    this.summaries =
        new Summaries(program.callGraph(), program.waiting().all().filter(this::isSlow).toList());
    program.modelled().forEach(this::at);
  }

  /**
   * The eager arguments of a program that are slow.
   *
   * @param longest the longest stated bound of a wait that is not
   * @param poll the longest time a call may be measured to take that is not
   */
  public static EagerArguments of(Program program, Duration longest, Duration poll) {
    return program
        .derived(ByLimit.class, p -> new ByLimit(new java.util.concurrent.ConcurrentHashMap<>()))
        .known
        .computeIfAbsent(
            List.of(longest, poll), limits -> new EagerArguments(program, longest, poll));
  }

  /** Every such call once, in the order of files and callables. */
  public Stream<Eager> all() {
    return all.stream();
  }

  /** Whether a call is one of them. */
  public boolean has(CallSite call) {
    return sites.contains(call);
  }

  private boolean isSlow(CallSite site) {
    return program
        .event(site)
        .filter(e -> Blocking.BROKEN_PROMISE.contains(e.kind()) && e.longerThan(longest))
        .isPresent();
  }

  private void at(CallSite operator) {
    for (Effect.TakesEagerly takes :
        operator.model().orElseThrow().effects(Effect.TakesEagerly.class).toList()) {
      Optional<Reason> reason = reason(operator);
      if (reason.isPresent()) {
        slow(operator, operator.operand(takes.param()), reason.get(), 0);
      }
    }
  }

  /** Looks for slow calls among those that make a value within one expression. */
  private void slow(CallSite operator, Value value, Reason reason, int depth) {
    CallSite call = value instanceof Value.Result made ? operator.body.site(made.op()) : null;
    if (call == null || depth > DEPTH || sites.contains(call)) {
      return;
    }
    Optional<Waiting.Event> own =
        program.event(call).filter(e -> e.longerThan(longest) && counts(e.kind(), reason));
    if (own.isPresent()) {
      Step step = new Step(call.place(), "blocks here, while the chain is built", 0);
      add(new Eager(operator, call, call, own.get().kind(), reason, List.of(step)));
    } else if (call.has(Effect.Flag.COSTS_CPU) && !call.isOverWithin(poll)) {
      Step step = new Step(call.place(), "computes here, while the chain is built", 0);
      add(new Eager(operator, call, call, "cpu", reason, List.of(step)));
    } else {
      helper(operator, call, reason);
      slow(operator, call.receiver(), reason, depth + 1);
      call.args().forEach(arg -> slow(operator, arg, reason, depth + 1));
    }
  }

  private static boolean counts(String kind, Reason reason) {
    return reason == Reason.PROMISED
        ? Blocking.BROKEN_PROMISE.contains(kind)
        : !CHEAP.contains(kind);
  }

  private void helper(CallSite operator, CallSite call, Reason reason) {
    for (Calls.Call to : program.callGraph().from(operator.body)) {
      boolean here = to.site() == call && !to.to().callable.isClosure();
      Optional<CallSite> event = here ? summaries.event(to.to()) : Optional.empty();
      if (event.isPresent() && !models.isAsyncResult(event.get().body.callable.returns())) {
        List<Step> path = new ArrayList<>();
        path.add(
            new Step(call.place(), "calls " + call.display() + ", while the chain is built", 0));
        summaries
            .way(to.to())
            .forEach(h -> path.add(new Step(h.place(), "calls " + h.display(), path.size())));
        path.add(new Step(event.get().place(), "blocks here", path.size()));
        String kind = program.event(event.get()).orElseThrow().kind();
        add(new Eager(operator, call, event.get(), kind, reason, path));
        return;
      }
    }
  }

  private void add(Eager eager) {
    if (sites.add(eager.call())) {
      all.add(eager);
    }
  }

  private Optional<Reason> reason(CallSite operator) {
    boolean source = operator.receiver() instanceof Value.TypeName;
    boolean chain = models.tagged(operator.receiverType(), "publisher");
    if (!source && (chain || !models.isAsyncResult(operator.type()))) {
      boolean value = chain || !models.isAsyncResult(operator.receiverType());
      return value && takesSpare(operator) ? Optional.of(Reason.SPARE) : Optional.empty();
    }
    if (!models.tagged(operator.type(), "publisher")) {
      return Optional.empty();
    }
    if (isSpare(operator)) {
      return Optional.of(Reason.SPARE);
    }
    if (isOffloaded(operator)) {
      return Optional.of(Reason.OFFLOADED);
    }
    Callable callable = operator.body.callable;
    boolean promised =
        callable.kind() == Callable.Kind.METHOD
            && models.tagged(callable.returns(), "publisher")
            && !program.contexts().mayBlock(operator.body);
    return promised ? Optional.of(Reason.PROMISED) : Optional.empty();
  }

  /** The only argument besides a test, for when the receiver has no value. */
  private static boolean takesSpare(CallSite operator) {
    return operator.model().stream()
        .flatMap(member -> member.effects(Effect.TakesEagerly.class))
        .anyMatch(takes -> takes.param() == operator.args().size() - 1);
  }

  /** A source that is itself the eager argument of an operator on another chain. */
  private boolean isSpare(CallSite source) {
    return source.body.sites.stream()
        .filter(taker -> taker.effect(Effect.TakesEagerly.class).isPresent())
        .filter(taker -> models.tagged(taker.receiverType(), "publisher"))
        .anyMatch(taker -> taker.args().contains(new Value.Result(source.result())));
  }

  private boolean isOffloaded(CallSite operator) {
    CallSite stage = operator;
    for (int depth = 0; stage != null && depth < STAGES; depth++) {
      List<CallSite> next = program.chains().next(stage);
      stage = next.size() == 1 ? next.get(0) : null;
      if (stage != null
          && stage.effect(Effect.Shifts.class).filter(Effect.Shifts::upstream).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
