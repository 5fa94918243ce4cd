package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chains that are subscribed and left to themselves. */
public final class Subscriptions {
  private final Program program;
  private final Failures failures;

  /** A chain subscribed by a function that an operator of another chain calls. */
  public record Inner(CallSite subscribe, CallSite operator) {}

  private Subscriptions(Program program) {
    this.program = program;
    this.failures = Failures.of(program);
  }

  /** Those of a program. */
  public static Subscriptions of(Program program) {
    return program.derived(Subscriptions.class, Subscriptions::new);
  }

  /** Subscriptions whose failures go to nobody, in a program that has no handler for such. */
  public Stream<CallSite> unheard() {
    return failures.areHooked()
        ? Stream.empty()
        : program.modelled().filter(site -> isUnheard(site) && isOutside(site));
  }

  /** Subscriptions inside operators, with nobody to wait for them or to hear of failures. */
  public Stream<Inner> inOperators() {
    return program
        .modelled()
        .filter(this::isUnheard)
        .filter(site -> Used.isDropped(site))
        .flatMap(site -> operator(site).map(by -> new Inner(site, by)).stream());
  }

  private boolean isUnheard(CallSite site) {
    Optional<Effect.Subscribes> subscribes = site.effect(Effect.Subscribes.class);
    return subscribes.isPresent()
        && subscribes.get().failures() == Effect.NOTHING
        && (site.args().isEmpty() || takesItems(site))
        && failures.isHandled(site) == Answer.NO
        && !isSafe(site);
  }

  /** One function of one value, not a subscriber and not one that is told of both outcomes. */
  private boolean takesItems(CallSite site) {
    List<Body> functions = program.closures().bodies(site.body, site.operand(0));
    return site.args().size() == 1
        && functions.size() == 1
        && functions.get(0).callable.isClosure()
        && functions.get(0).callable.params().size() <= 1;
  }

  /** Whether the chain starts with something that cannot fail, or that sees to its failures. */
  private boolean isSafe(CallSite last) {
    Values values = program.models().values();
    CallSite source = last;
    boolean stages = false;
    for (int depth = 0; depth < 20; depth++) {
      CallSite before = values.resolve(source.body, source.receiver()).site();
      if (before == null) {
        break;
      }
      stages |= source != last && source.effect(Effect.Runs.class).isPresent();
      source = before;
    }
    return source != last
        && (failures.isContained(source) || source.has(Effect.Flag.COMPLETED) && !stages);
  }

  /** Whether a call certainly stands in no operator: every function around it is used elsewhere. */
  private boolean isOutside(CallSite site) {
    for (Body body = site.body; body.callable.isClosure(); body = body.enclosing) {
      if (body.enclosing == null || program.closures().of(body).isEmpty()) {
        return false;
      }
    }
    return operator(site).isEmpty();
  }

  /** The operator whose function a call stands in; empty when there is none. */
  private Optional<CallSite> operator(CallSite site) {
    for (Body body = site.body; body != null; body = body.enclosing) {
      for (Closures.Use use : program.closures().of(body)) {
        if (use.runs() != null
            && use.runs().where().place() == Effect.Where.Place.UPSTREAM
            && program.models().tagged(use.site().type(), "publisher")
            && !(use.site().receiver() instanceof Value.TypeName)) {
          return Optional.of(use.site());
        }
      }
      if (!body.callable.isClosure()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
