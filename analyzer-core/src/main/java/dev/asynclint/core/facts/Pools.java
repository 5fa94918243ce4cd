package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The executors a program makes. Immutable; safe for use by several threads. */
public final class Pools {
  private final Program program;
  private final List<Pool> all;

  private Pools(Program program) {
    this.program = program;
    this.all =
        program
            .modelled()
            .filter(site -> site.effect(Effect.Makes.class).isPresent())
            .filter(site -> site.isNew() || site.has(Effect.Flag.ALLOCATES_HEAVY))
            .map(this::pool)
            .toList();
  }

  /** The executors of a program. */
  public static Pools of(Program program) {
    return program.derived(Pools.class, Pools::new);
  }

  /** Every executor, in the order of files and places. */
  public Stream<Pool> all() {
    return all.stream();
  }

  private Pool pool(CallSite made) {
    Effect.Makes makes = made.effect(Effect.Makes.class).orElseThrow();
    Place place = made.place();
    Stated core = stated(made, makes.core());
    Stated size = stated(made, makes.size());
    Answer queue = isConfiguredElsewhere(made) ? Answer.UNKNOWN : queue(made, makes.queue());
    boolean sized = makes.size().kind() == Effect.Amount.Kind.PARAM;
    for (CallSite setter : setters(made)) {
      if (setter.target() instanceof Target.Unknown) {
        queue = Answer.UNKNOWN;
        continue;
      }
      Effect.States states = setter.effect(Effect.States.class).orElseThrow();
      Stated given = of(setter, setter.operand(states.param()));
      switch (states.part()) {
        case CORE -> core = given;
        case SIZE -> {
          size = given;
          sized = true;
          place = setter.place();
        }
        default ->
            queue =
                given.number().isPresent()
                    ? Answer.of(given.number().getAsLong() >= Integer.MAX_VALUE)
                    : Answer.NO;
      }
    }
    boolean apart =
        !core.key().isEmpty() && !size.key().isEmpty() && !core.key().equals(size.key());
    boolean pooled = made.args().stream().anyMatch(arg -> makesVirtual(made, arg));
    boolean several = size.number().isEmpty() || size.number().getAsLong() > 1;
    return new Pool(
        made,
        place,
        core.number(),
        size.number(),
        apart,
        sized,
        queue,
        makes.queue().kind() == Effect.Amount.Kind.PARAM,
        runsOnCaller(made),
        makes.context() == Context.VIRTUAL_THREAD || pooled,
        pooled && several && makes.context() != Context.UNKNOWN);
  }

  /**
   * A number as the source states it.
   *
   * @param key the same for the same expression; empty when nothing is known of it
   */
  private record Stated(OptionalLong number, String key) {
    static final Stated NOTHING = new Stated(OptionalLong.empty(), "");
  }

  private Stated stated(CallSite made, Effect.Amount amount) {
    return switch (amount.kind()) {
      case CONSTANT -> new Stated(OptionalLong.of(amount.value()), "#" + amount.value());
      case UNBOUNDED -> new Stated(OptionalLong.of(Integer.MAX_VALUE), "#unbounded");
      case PARAM -> of(made, made.operand(amount.value()));
      default -> Stated.NOTHING;
    };
  }

  private Stated of(CallSite site, Value value) {
    Values values = program.models().values();
    OptionalLong number = values.number(site.body, value);
    if (number.isPresent()) {
      return new Stated(number, "#" + number.getAsLong());
    }
    Value seen = values.resolve(site.body, value).value();
    boolean named = seen instanceof Value.Param || seen instanceof Value.Field;
    return new Stated(number, named ? values.key(site.body, value) : "");
  }

  /** Whether the queue is one that never turns a task away. */
  private Answer queue(CallSite made, Effect.Amount amount) {
    if (amount.kind() != Effect.Amount.Kind.PARAM) {
      return switch (amount.kind()) {
        case UNBOUNDED -> Answer.YES;
        case CONSTANT -> Answer.NO;
        default -> Answer.UNKNOWN;
      };
    }
    Values values = program.models().values();
    Value given = made.operand(amount.value());
    OptionalLong number = values.number(made.body, given);
    if (number.isPresent()) {
      return Answer.of(number.getAsLong() >= Integer.MAX_VALUE);
    }
    CallSite queue = values.origin(made.body, given).site();
    if (queue == null || !queue.isNew() || !program.models().tagged(queue.type(), "collection")) {
      return Answer.UNKNOWN;
    }
    if (queue.args().isEmpty()) {
      return Answer.of(!queue.has(Effect.Flag.BOUNDS));
    }
    boolean endless = values.number(queue.body, queue.operand(0)).orElse(0) >= Integer.MAX_VALUE;
    return queue.has(Effect.Flag.BOUNDS) ? Answer.of(endless) : Answer.UNKNOWN;
  }

  /** Whether an executor that takes its numbers later is handed to others that may set them. */
  private boolean isConfiguredElsewhere(CallSite made) {
    return made.args().isEmpty()
        && made.isNew()
        && made.body.sites.stream()
            .filter(site -> site.model().isEmpty())
            .flatMap(site -> site.args().stream())
            .anyMatch(arg -> program.models().values().resolve(made.body, arg).site() == made);
  }

  /** Whether it is given something that has refused tasks run by whoever brings them. */
  private boolean runsOnCaller(CallSite made) {
    Values values = program.models().values();
    return Stream.concat(
            Stream.of(made),
            made.body.sites.stream()
                .filter(site -> values.origin(site.body, site.receiver()).site() == made))
        .flatMap(site -> site.args().stream())
        .map(arg -> values.origin(made.body, arg).site())
        .anyMatch(
            policy ->
                policy != null
                    && policy.isNew()
                    && program.models().tagged(policy.type(), Context.CALLER.id()));
  }

  /** The calls that give an executor its numbers, in the callable that makes it. */
  private List<CallSite> setters(CallSite made) {
    List<CallSite> found = new ArrayList<>();
    for (CallSite site : made.body.sites) {
      boolean maybe = site.target() instanceof Target.Unknown;
      if ((maybe || site.effect(Effect.States.class).isPresent())
          && program.models().values().origin(site.body, site.receiver()).site() == made) {
        found.add(site);
      }
    }
    return found;
  }

  private boolean makesVirtual(CallSite made, Value factory) {
    return !(factory instanceof Value.Const)
        && program.executors().pool(made.body, factory).context() == Context.VIRTUAL_THREAD;
  }
}
