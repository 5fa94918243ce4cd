package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Queues and operators that keep what one side makes until the other side takes it. */
public final class Channels {
  private final Program program;
  private final Models models;
  private final Names asks;
  private final Names takesPermit;

  /** Calls on each field that holds a collection, and fields that are given away. */
  private final Map<String, List<CallSite>> uses = new HashMap<>();

  private final Set<String> escapes = new HashSet<>();

  private Channels(Program program) {
    this.program = program;
    this.models = program.models();
    this.asks =
        new Names(
            models,
            member -> member.has(Effect.Flag.READS) && models.tagged(member.owner(), "collection"));
    this.takesPermit =
        new Names(models, member -> member.effect(Effect.Acquires.class).isPresent());
    program.index().bodies().forEach(this::collect);
  }

  /** The channels of a program. */
  public static Channels of(Program program) {
    return program.derived(Channels.class, Channels::new);
  }

  /**
   * A channel without a limit.
   *
   * @param site the creation of a queue, or the operator that buffers
   * @param put where items are put in; empty for an operator
   * @param taken where another thread takes them out; empty for an operator
   */
  public record Unbounded(CallSite site, Optional<CallSite> put, Optional<CallSite> taken) {
    /** Where items go in and out; empty for an operator. */
    public List<Step> way() {
      List<Step> way = new ArrayList<>(2);
      put.ifPresent(one -> way.add(new Step(one.place(), "one side puts items in", 0)));
      taken.ifPresent(one -> way.add(new Step(one.place(), "another thread takes them out", 0)));
      return way;
    }
  }

  /**
   * Every queue in a field, and every operator, that keeps any number of items between two threads.
   *
   * @param limit items a source that is spelled out may have
   */
  public Stream<Unbounded> unbounded(int limit) {
    return program
        .modelled()
        .filter(site -> site.has(Effect.Flag.QUEUES_UNBOUNDED))
        .flatMap(site -> (site.isNew() ? queue(site) : operator(site, limit)).stream());
  }

  private void collect(Body body) {
    for (CallSite site : body.sites) {
      key(body, site.receiver())
          .ifPresent(key -> uses.computeIfAbsent(key, k -> new ArrayList<>()).add(site));
      boolean drains = site.has(Effect.Flag.DEQUEUES);
      for (Value arg : site.args()) {
        key(body, arg).filter(key -> !drains).ifPresent(escapes::add);
      }
    }
    body.returned.forEach(value -> key(body, value).ifPresent(escapes::add));
    for (Op.Write write : body.fieldWrites) {
      key(body, write.value()).ifPresent(escapes::add);
    }
  }

  private Optional<String> key(Body body, Value value) {
    if (!(value instanceof Value.Field) && !(value instanceof Value.Local)) {
      return Optional.empty();
    }
    Values.Ref ref = models.values().resolve(body, value);
    return ref.value() instanceof Value.Field field
        ? Optional.of(key(ref.body(), field)).filter(key -> !key.isEmpty())
        : Optional.empty();
  }

  /** A nested type speaks of the object around it as of a field whose name ends in ".this". */
  private static String key(Body body, Value.Field field) {
    return field.base() instanceof Value.Field outer && outer.name().endsWith(".this")
        ? outer.type() + "." + field.name()
        : Values.fieldKey(body, field);
  }

  private Optional<Unbounded> operator(CallSite site, int limit) {
    if (site.effect(Effect.Runs.class).isPresent()) {
      return Optional.empty();
    }
    boolean source = site.effect(Effect.Chains.class).isEmpty();
    return source || site.isOverData(limit).certain()
        ? Optional.of(new Unbounded(site, Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  private Optional<Unbounded> queue(CallSite made) {
    Value created = new Value.Result(made.result());
    for (Op.Write write : made.body.fieldWrites) {
      if (write.value().equals(created) && write.place() instanceof Value.Field field) {
        String key = Values.fieldKey(made.body, field);
        boolean single = models.values().origin(made.body, field).site() == made;
        return single && !escapes.contains(key) ? queue(made, key) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Unbounded> queue(CallSite made, String key) {
    List<CallSite> all = uses.getOrDefault(key, List.of());
    List<CallSite> puts = all.stream().filter(site -> site.has(Effect.Flag.ENQUEUES)).toList();
    boolean limited =
        all.stream()
            .filter(site -> puts.contains(site) || site.target() instanceof Target.Unknown)
            .anyMatch(put -> isSetUp(put.body.callable) || isLimited(put, all));
    if (limited) {
      return Optional.empty();
    }
    for (CallSite taken : all) {
      if (taken.has(Effect.Flag.DEQUEUES) && takesOnOtherThread(taken)) {
        Optional<CallSite> put =
            puts.stream().filter(site -> outermost(site.body) != outermost(taken.body)).findFirst();
        if (put.isPresent()) {
          return Optional.of(new Unbounded(made, put, Optional.of(taken)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSetUp(Callable callable) {
    return callable.kind() == Callable.Kind.CONSTRUCTOR
        || callable.kind() == Callable.Kind.INITIALISER;
  }

  /** Whoever waits for an item gets it from another thread. */
  private static boolean takesOnOtherThread(CallSite taken) {
    return taken.effect(Effect.Waits.class).isPresent();
  }

  /**
   * Whether whoever puts an item in asks how many there are, needs a permit, lets somebody wait, or
   * does so once for each of something.
   */
  private boolean isLimited(CallSite put, List<CallSite> all) {
    Body body = outermost(put.body);
    return all.stream()
            .filter(this::counts)
            .anyMatch(site -> outermost(site.body) == body || Used.isCompared(site))
        || put.body.sites.stream().anyMatch(takesPermit::maybe)
        || put.held.stream().anyMatch(lock -> lock.held() == Effect.Held.PERMIT)
        || isOncePerKey(put);
  }

  /** Whether a change that succeeds but once comes first: a key new to a set, a flag set. */
  private boolean isOncePerKey(CallSite put) {
    for (Guard guard = put.guards; guard != null; guard = guard.outer()) {
      CallSite asked = models.values().resolve(put.body, guard.condition()).site();
      if (guard.holds()
          && asked != null
          && asked.has(Effect.Flag.MUTATES)
          && Stream.of("collection", "map", "shared")
              .anyMatch(tag -> models.tagged(asked.receiverType(), tag))) {
        return true;
      }
    }
    return false;
  }

  private boolean counts(CallSite site) {
    return asks.maybe(site) && !Used.isDropped(site);
  }

  private static Body outermost(Body body) {
    Body outer = body;
    while (outer.callable.isClosure() && outer.enclosing != null) {
      outer = outer.enclosing;
    }
    return outer;
  }
}
