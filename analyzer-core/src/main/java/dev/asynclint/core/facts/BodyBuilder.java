package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks one callable in evaluation order and records every call with the statements, locks and
 * conditions around it.
 *
 * <p>Locks are tracked through the structure, not by nesting alone: a lock counts as held after a
 * branch only when it is held on every arm that goes on.
 */
final class BodyBuilder {
  private final Body body;
  private final Models models;

  /** What holds at a point; {@code live} is false behind a return or throw. */
  private record State(List<Lock> held, List<String> released, Guard guards, boolean live) {
    State with(Lock lock) {
      List<Lock> more = new ArrayList<>(held);
      more.add(lock);
      return new State(List.copyOf(more), released, guards, live);
    }

    State without(String key) {
      List<Lock> rest = held.stream().filter(lock -> !lock.key().equals(key)).toList();
      if (rest.size() < held.size() || released.contains(key)) {
        return new State(rest, released, guards, live);
      }
      List<String> more = new ArrayList<>(released);
      more.add(key);
      return new State(held, List.copyOf(more), guards, live);
    }

    State dead() {
      return new State(held, released, guards, false);
    }

    State under(Guard guard) {
      return new State(held, released, guard, live);
    }

    /** What holds when either may have been taken. */
    State join(State other) {
      if (!live) {
        return other;
      }
      if (!other.live) {
        return this;
      }
      List<Lock> both =
          held.stream()
              .filter(lock -> other.held.stream().anyMatch(o -> o.key().equals(lock.key())))
              .toList();
      return new State(both, released, guards, true);
    }
  }

  private BodyBuilder(Body body, Models models) {
    this.body = body;
    this.models = models;
  }

  static void fill(Body body, Models models) {
    BodyBuilder builder = new BodyBuilder(body, models);
    State start = new State(List.of(), List.of(), null, true);
    if (body.callable.modifiers().contains("synchronized")) {
      boolean isStatic = body.callable.modifiers().contains("static");
      String key = isStatic ? body.callable.owner() : body.callable.owner() + ".this";
      start = start.with(new Lock(key, Effect.Held.LOCK, body.place(), null, false));
    }
    builder.block(body.callable.body(), null, start);
    body.fix();
  }

  private State block(Op.Block block, Frame frame, State state) {
    for (Op op : block.ops()) {
      state = step(op, frame, state);
    }
    return state;
  }

  private State step(Op op, Frame frame, State state) {
    if (op instanceof Op.Call call) {
      return site(
          new CallSite(body, models, call, frame, state.held, state.released, state.guards), state);
    } else if (op instanceof Op.New creation) {
      return site(
          new CallSite(body, models, creation, frame, state.held, state.released, state.guards),
          state);
    } else if (op instanceof Op.Write write) {
      write(write);
      return state;
    } else if (op instanceof Op.Read read) {
      body.reads.add(new Body.PlaceRead(read, frame));
      return state;
    } else if (op instanceof Op.Return done) {
      body.returned.add(done.value());
      return state.dead();
    } else if (op instanceof Op.Throw) {
      return state.dead();
    } else if (op instanceof Op.Block inner) {
      return block(inner, frame, state);
    } else if (op instanceof Op.Branch branch) {
      return branch(branch, frame, state);
    } else if (op instanceof Op.Loop loop) {
      return loop(loop, frame, state);
    } else if (op instanceof Op.Try attempt) {
      return attempt(attempt, frame, state);
    } else if (op instanceof Op.Sync sync) {
      String key = models.values().key(body, sync.lock());
      Lock lock =
          new Lock(
              key,
              Effect.Held.LOCK,
              new Place(body.unit, sync.origin(), 12),
              null,
              isLookedUp(sync.lock()));
      State after = block(sync.body(), new Frame(sync, Frame.Part.BODY, frame), state.with(lock));
      return new State(state.held, state.released, state.guards, after.live);
    } else if (op instanceof Op.Opaque opaque) {
      for (Op kid : opaque.kids()) {
        state = step(kid, frame, state);
      }
      boolean jumps = opaque.what().equals("break") || opaque.what().equals("continue");
      return jumps ? state.dead() : state;
    }
    return state;
  }

  private State site(CallSite site, State state) {
    body.add(site);
    Optional<Member> model = site.model();
    if (site.target() instanceof Target.Unknown) {
      return state.without(models.values().key(body, site.receiver()));
    }
    if (model.isEmpty()) {
      return state;
    }
    Optional<Effect.Acquires> acquires = model.get().effect(Effect.Acquires.class);
    if (acquires.isPresent() && !acquires.get().tries()) {
      return state.with(lock(site, acquires.get()));
    }
    if (model.get().effect(Effect.Releases.class).isPresent()) {
      return state.without(models.values().key(body, site.receiver()));
    }
    return state;
  }

  private Lock lock(CallSite site, Effect.Acquires acquires) {
    return new Lock(
        models.values().key(body, site.receiver()),
        acquires.held(),
        site.place(),
        site,
        isLookedUp(site.receiver()));
  }

  /** Whether a lock is what a call with arguments gave: one of many, by key. */
  private boolean isLookedUp(Value lock) {
    CallSite made = models.values().resolve(body, lock).site();
    for (int depth = 0; made != null && !made.isNew() && depth < 3; depth++) {
      if (!made.args().isEmpty()) {
        return true;
      }
      made = models.values().resolve(made.body, made.receiver()).site();
    }
    return false;
  }

  private void write(Op.Write write) {
    if (write.place() instanceof Value.Local local) {
      body.localWrites.computeIfAbsent(local.name(), n -> new ArrayList<>(1)).add(write.value());
    } else {
      body.fieldWrites.add(write);
    }
  }

  private State branch(Op.Branch branch, Frame frame, State state) {
    State joined = branch.exhaustive() || !branch.arms().isEmpty() ? null : state;
    boolean twoWay = branch.arms().size() == 2;
    for (int i = 0; i < branch.arms().size(); i++) {
      State start = twoWay ? assume(branch.condition(), i == 0, state) : state;
      Frame inner = new Frame(branch, Frame.Part.ARM, frame);
      State end = block(branch.arms().get(i), inner, start);
      joined = joined == null ? end : joined.join(end);
    }
    if (!branch.exhaustive()) {
      joined =
          joined == null
              ? state
              : joined.join(
                  branch.arms().size() == 1 ? assume(branch.condition(), false, state) : state);
    }
    boolean firstOut = twoWay && !endsLive(branch, 0);
    boolean secondOut = twoWay && !endsLive(branch, 1);
    Guard after =
        firstOut != secondOut ? assume(branch.condition(), secondOut, state).guards : state.guards;
    return joined.under(after);
  }

  private static boolean endsLive(Op.Branch branch, int arm) {
    List<Op> ops = branch.arms().get(arm).ops();
    if (ops.isEmpty()) {
      return true;
    }
    Op last = ops.get(ops.size() - 1);
    if (last instanceof Op.Block block && !block.ops().isEmpty()) {
      last = block.ops().get(block.ops().size() - 1);
    }
    boolean jumps =
        last instanceof Op.Opaque opaque
            && (opaque.what().equals("break") || opaque.what().equals("continue"));
    return !(last instanceof Op.Return || last instanceof Op.Throw || jumps);
  }

  /** The state in which a condition is known, with the locks a successful attempt has got. */
  private State assume(Value condition, boolean holds, State state) {
    if (condition instanceof Value.Logic logic) {
      switch (logic.kind()) {
        case NOT:
          return assume(logic.operands().get(0), !holds, state);
        case AND:
          if (holds) {
            for (Value operand : logic.operands()) {
              state = assume(operand, true, state);
            }
          }
          return state;
        default:
          if (!holds) {
            for (Value operand : logic.operands()) {
              state = assume(operand, false, state);
            }
          }
          return state;
      }
    }
    State known = state.under(new Guard(condition, holds, state.guards));
    Value seen = models.values().resolve(body, condition).value();
    CallSite site = seen instanceof Value.Result result ? body.site(result.op()) : null;
    if (holds && site != null) {
      Optional<Effect.Acquires> tried =
          site.model().flatMap(m -> m.effect(Effect.Acquires.class)).filter(Effect.Acquires::tries);
      if (tried.isPresent()) {
        return known.with(lock(site, tried.get()));
      }
    }
    return known;
  }

  private State loop(Op.Loop loop, Frame frame, State state) {
    body.loops = true;
    if (loop.variable() instanceof Value.Local local) {
      body.localWrites
          .computeIfAbsent(local.name(), n -> new ArrayList<>(1))
          .add(new Value.Element(loop.subject()));
    }
    boolean asksFirst = loop.kind() == Op.Loop.Kind.WHILE || loop.kind() == Op.Loop.Kind.FOR;
    State start = asksFirst ? assume(loop.subject(), true, state) : state;
    State end = block(loop.body(), new Frame(loop, Frame.Part.BODY, frame), start);
    State after = end.live ? state.join(end) : state;
    return new State(after.held, after.released, state.guards, state.live);
  }

  private State attempt(Op.Try attempt, Frame frame, State state) {
    body.tries = true;
    State opened =
        block(attempt.resources(), new Frame(attempt, Frame.Part.RESOURCES, frame), state);
    State end = block(attempt.body(), new Frame(attempt, Frame.Part.BODY, frame), opened);
    State joined = end;
    for (Op.Catch handler : attempt.catches()) {
      State caught = block(handler.body(), new Frame(attempt, Frame.Part.CATCH, frame), state);
      joined = joined.join(caught);
    }
    State last =
        block(
            attempt.finallyBlock(),
            new Frame(attempt, Frame.Part.FINALLY, frame),
            new State(joined.held, joined.released, state.guards, true));
    return new State(last.held, last.released, joined.guards, joined.live && last.live);
  }
}
