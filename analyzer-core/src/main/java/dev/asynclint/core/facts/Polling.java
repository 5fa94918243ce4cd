package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loops that do nothing but look at something until another thread has changed it: a future, a
 * flag, an atomic, a queue of this process. A loop that asks anything outside the process, or does
 * any work of its own, is none.
 */
public final class Polling {
  private static final int DEPTH = 2;
  private static final String SLEEP = "sleep";

  private final Program program;
  private final Models models;

  /** Fields of the program that are written after their object was made. */
  private final Lazy<Set<String>> changing;

  private final List<Poll> all = new ArrayList<>();

  /**
   * A loop that polls.
   *
   * @param place the sleep, or where the loop looks when it does not sleep
   * @param what what it looks at, in words of the source
   * @param sleeps the call that pauses each round; empty when the loop spins
   */
  public record Poll(Place place, String what, Optional<CallSite> sleeps) {}

  /** What a condition or step looks at. */
  private record Look(String what, Place place) {}

  private Polling(Program program) {
    this.program = program;
    this.models = program.models();
    this.changing = new Lazy<>(this::changing);
    for (Body body : program.index().bodies()) {
      if (body.loops) {
        for (Op.Loop loop : loops(body.callable.body(), new ArrayList<>())) {
          poll(body, loop).ifPresent(all::add);
        }
      }
    }
  }

  private Set<String> changing() {
    Set<String> changing = new HashSet<>();
    for (Body body : program.index().bodies()) {
      if (body.callable.kind() != Callable.Kind.INITIALISER
          && body.callable.kind() != Callable.Kind.CONSTRUCTOR) {
        for (Op.Write write : body.fieldWrites) {
          if (write.place() instanceof Value.Field field) {
            changing.add(Values.fieldKey(body, field));
          }
        }
      }
    }
    changing.remove("");
    return changing;
  }

  /** The polling loops of a program. */
  public static Polling of(Program program) {
    return program.derived(Polling.class, Polling::new);
  }

  /** Every polling loop, in the order of files and callables. */
  public Stream<Poll> polls() {
    return all.stream();
  }

  private static List<Op.Loop> loops(Op op, List<Op.Loop> found) {
    if (op instanceof Op.Loop loop && loop.kind() != Op.Loop.Kind.FOR_EACH) {
      found.add(loop);
    }
    Operands.parts(op).forEach(part -> loops(part, found));
    return found;
  }

  private Optional<Poll> poll(Body body, Op.Loop loop) {
    CallSite sleep = null;
    CallSite taken = null;
    for (CallSite site : body.sites) {
      if (Frame.outward(site.frame).noneMatch(frame -> frame.op() == loop)) {
        continue;
      }
      boolean sleeps =
          site.effect(Effect.Blocks.class).filter(b -> b.kind().equals(SLEEP)).isPresent();
      if (sleeps) {
        sleep = sleep == null ? site : sleep;
      } else if (takes(site)) {
        taken = site;
      } else if (!isHarmless(site) && !isOnWayOut(site, loop)) {
        return Optional.empty();
      }
    }
    if (isNested(loop.body()) || !onlyKeeps(body, loop.body(), sleep != null)) {
      return Optional.empty();
    }
    Optional<Look> look = decides(body, loop);
    if (look.isEmpty() || (taken != null && !Draining.awaits(look.get().place(), taken, loop))) {
      return Optional.empty();
    }
    Place place = sleep == null ? look.get().place() : sleep.place();
    return Optional.of(new Poll(place, look.get().what(), Optional.ofNullable(sleep)));
  }

  /** Takes from a queue, if there is anything. */
  private static boolean takes(CallSite site) {
    return site.has(Effect.Flag.DEQUEUES) && site.args().isEmpty() && !waits(site);
  }

  private static boolean waits(CallSite site) {
    return site.effect(Effect.Waits.class).isPresent()
        || site.effect(Effect.Blocks.class).isPresent()
        || site.effect(Effect.MaybeBlocks.class).isPresent();
  }

  private boolean isHarmless(CallSite site) {
    if (waits(site)) {
      return false;
    }
    return models.tagged(site.receiverType(), "log") || isLook(site, 0) || isQuestion(site);
  }

  /** Asks something that decides nothing here, such as the time. */
  private static boolean isQuestion(CallSite site) {
    return site.has(Effect.Flag.READS) && !site.has(Effect.Flag.MUTATES);
  }

  /** Looks at something that another thread of this program may change. */
  private boolean isLook(CallSite site, int depth) {
    if (site.model().isPresent()) {
      boolean done =
          site.effect(Effect.Guards.class).filter(g -> g.guard() == Effect.Guard.DONE).isPresent();
      String type = site.receiverType();
      boolean shared =
          Stream.of("shared", "future", "executor", "thread", "collection", "map")
              .anyMatch(tag -> models.tagged(type, tag));
      return done || (isQuestion(site) && shared && !(site.receiver() instanceof Value.TypeName));
    }
    List<Index.Callee> callees = program.index().callees(site);
    return depth < DEPTH
        && callees.size() == 1
        && callees.get(0).confidence() == Confidence.HIGH
        && isGetter(callees.get(0).body(), depth + 1);
  }

  /** A method that gives a field that changes, or what such a look gives, and does nothing else. */
  private boolean isGetter(Body body, int depth) {
    if (body.returned.isEmpty() || !body.fieldWrites.isEmpty()) {
      return false;
    }
    boolean looks =
        body.sites.stream().anyMatch(site -> isLook(site, depth))
            || body.returned.stream().anyMatch(value -> isChanging(body, value))
            || body.reads.stream().anyMatch(read -> isChanging(body, read.read().place()));
    return looks && body.sites.stream().allMatch(site -> isLook(site, depth) || isQuestion(site));
  }

  private boolean isChanging(Body body, Value value) {
    return value instanceof Value.Field field
        && changing.get().contains(Values.fieldKey(body, field));
  }

  /** A call in a handler of an exception, or in a branch that leaves the loop. */
  private static boolean isOnWayOut(CallSite site, Op.Loop loop) {
    return Frame.outward(site.frame)
        .takeWhile(frame -> frame.op() != loop)
        .anyMatch(
            frame ->
                frame.part() == Frame.Part.CATCH
                    || (frame.op() instanceof Op.Branch branch
                        && branch.arms().stream()
                            .anyMatch(arm -> leaves(arm) && contains(arm, site.op))));
  }

  private static boolean contains(Op op, Op wanted) {
    return op == wanted || Operands.parts(op).stream().anyMatch(part -> contains(part, wanted));
  }

  private static boolean leaves(Op.Block arm) {
    if (arm.ops().isEmpty()) {
      return false;
    }
    Op last = arm.ops().get(arm.ops().size() - 1);
    return last instanceof Op.Return
        || last instanceof Op.Throw
        || (last instanceof Op.Opaque opaque && opaque.what().equals("break"))
        || (last instanceof Op.Block block && leaves(block));
  }

  private static boolean isNested(Op body) {
    return Operands.parts(body).stream()
        .anyMatch(part -> part instanceof Op.Loop || isNested(part));
  }

  /**
   * Whether a loop writes nothing but locals; when it spins, nothing but what it looks at, since a
   * local that changes may be what ends the loop.
   */
  private boolean onlyKeeps(Body body, Op op, boolean sleeps) {
    if (op instanceof Op.Write write) {
      if (!(write.place() instanceof Value.Local)) {
        return false;
      }
      CallSite made = write.value() instanceof Value.Result result ? body.site(result.op()) : null;
      boolean seen =
          made != null
              && made.args().isEmpty()
              && !Operands.mentions(made.receiver(), write.place())
              && (isLook(made, 0) || takes(made));
      return sleeps || seen;
    }
    if (op instanceof Op.Make) {
      return false;
    }
    return Operands.parts(op).stream().allMatch(part -> onlyKeeps(body, part, sleeps));
  }

  /** What decides when the loop ends. */
  private Optional<Look> decides(Body body, Op.Loop loop) {
    Optional<Look> own = condition(body, loop.subject());
    if (own.isPresent()) {
      return own;
    }
    if (loop.subject() instanceof Value.Unknown) {
      return compared(body, loop.body().ops());
    }
    for (Op op : loop.body().ops()) {
      Op step = op instanceof Op.Block block && block.ops().size() == 1 ? block.ops().get(0) : op;
      if (step instanceof Op.Branch branch && branch.arms().stream().anyMatch(Polling::leaves)) {
        Optional<Look> exit = condition(body, branch.condition());
        if (exit.isPresent()) {
          return exit;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Look> condition(Body body, Value value) {
    if (value instanceof Value.Logic logic) {
      return logic.operands().stream()
          .map(operand -> condition(body, operand))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (value instanceof Value.Result result) {
      return Optional.ofNullable(body.site(result.op())).flatMap(this::look);
    }
    return isChanging(body, value)
        ? body.reads.stream()
            .filter(read -> read.read().place().equals(value))
            .findFirst()
            .map(read -> field(body, read.read()))
        : Optional.empty();
  }

  /** The steps before the body proper compute a comparison: what they look at decides. */
  private Optional<Look> compared(Body body, List<Op> ops) {
    List<Op> steps = ops.stream().takeWhile(op -> !(op instanceof Op.Block)).toList();
    for (Op step : steps) {
      CallSite site = step instanceof Op.Call call ? body.site(call.result()) : null;
      Optional<Look> look = site == null ? Optional.empty() : look(site);
      if (look.isPresent()) {
        return look;
      }
      if (step instanceof Op.Read read && isChanging(body, read.place())) {
        return Optional.of(field(body, read));
      }
    }
    return Optional.empty();
  }

  private Optional<Look> look(CallSite site) {
    return takes(site) || isLook(site, 0)
        ? Optional.of(new Look(site.display(), site.place()))
        : Optional.empty();
  }

  private static Look field(Body body, Op.Read read) {
    String name = ((Value.Field) read.place()).name();
    return new Look(name, new Place(body.unit, read.origin(), name.length()));
  }
}
