package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;
import java.util.stream.Stream;

/** Why a lock is held while something blocks: to do it once, or one at a time. */
final class LockPurpose {
  private static final int DEPTH = 4;

  private final Index index;
  private final Calls calls;
  private final Values values;
  private final MethodNames names;

  LockPurpose(Index index, Calls calls, Models models) {
    this.index = index;
    this.calls = calls;
    this.values = models.values();
    this.names = models.methodNames();
  }

  /**
   * Whether the region is there for the sake of what keeps the thread.
   *
   * @param site the call in the region that blocks or leads there
   * @param event the call that blocks
   * @param waits whether it waits for work of this program: others who need the lock then wait for
   *     more than the thing the lock guards
   * @param partner whether it waits for a thread or task while other methods need the lock: one of
   *     them may be what the thread runs
   */
  boolean isDeliberate(CallSite site, CallSite event, Lock lock, boolean waits, boolean partner) {
    boolean once = isConditional(site, lock) || findsBefore(site, lock);
    boolean lifecycle = !partner && (names.isLifecycle(site.body) || names.isLifecycle(lock));
    if (isShared(lock) || isRemote(lock) || lifecycle || (lock.perKey() && once)) {
      return true;
    }
    if (fillsField(site, lock.acquired().origin().anchor())) {
      return true;
    }
    return !waits && (lock.perKey() || once || fillsMemo(site) || confines(event, lock));
  }

  /** Whether others hold it at the same time: only who changes what it guards waits. */
  private boolean isShared(Lock lock) {
    CallSite acquire = lock.receiver();
    if (acquire == null || acquire.has(Effect.Flag.SHARED)) {
      return acquire != null;
    }
    CallSite view = values.origin(acquire.body, acquire.receiver()).site();
    return view != null && view.has(Effect.Flag.SHARED);
  }

  /** A lock that is itself a remote call is there to hold others back for long. */
  private static boolean isRemote(Lock lock) {
    return lock.receiver() != null && lock.receiver().effect(Effect.Blocks.class).isPresent();
  }

  /**
   * Whether a condition inside the region decides if the call happens: most often the second look
   * of "only the first one does it".
   */
  private static boolean isConditional(CallSite site, Lock lock) {
    return Frame.outward(site.frame)
        .anyMatch(
            frame ->
                frame.part() == Frame.Part.ARM
                    && frame.op().origin().start() > lock.acquired().origin().anchor());
  }

  /**
   * Whether a call's result fills a field that is looked at before the lock is taken: it happens
   * once, and from then on nobody needs the lock.
   */
  private boolean fillsField(CallSite site, int acquired) {
    Body body = site.body;
    return inArm(site)
        && body.fieldWrites.stream()
            .filter(write -> write.place() instanceof Value.Field)
            .filter(write -> feeds(site, body, write.value(), 0))
            .map(write -> values.key(body, write.place()))
            .anyMatch(key -> isRead(body, key, acquired));
  }

  private boolean isRead(Body body, String key, int before) {
    return body.reads.stream()
        .filter(r -> r.read().origin().start() < before)
        .anyMatch(r -> values.key(body, r.read().place()).equals(key));
  }

  /**
   * Whether a call's result fills a field or map that the same callable looks up first, so that the
   * blocking happens once a key and the second look must be inside the lock.
   */
  boolean fillsMemo(CallSite site) {
    Body body = site.body;
    boolean field =
        body.fieldWrites.stream()
            .filter(write -> feeds(site, body, write.value(), 0))
            .anyMatch(write -> isRead(body, values.key(body, write.place()), Integer.MAX_VALUE));
    return inArm(site)
        && (field
            || body.sites.stream()
                .anyMatch(
                    put ->
                        put.has(Effect.Flag.MUTATES)
                            && put.args().stream().anyMatch(arg -> feeds(site, body, arg, 0))
                            && looksUp(body, values.key(body, put.receiver()))));
  }

  private static boolean inArm(CallSite site) {
    return Frame.outward(site.frame).anyMatch(frame -> frame.part() == Frame.Part.ARM);
  }

  private boolean looksUp(Body body, String key) {
    return body.sites.stream()
        .anyMatch(
            look -> look.has(Effect.Flag.READS) && values.key(body, look.receiver()).equals(key));
  }

  /** Whether a value is what a call gave, or is made from it. */
  private boolean feeds(CallSite call, Body body, Value value, int depth) {
    if (value instanceof Value.Local local && depth < DEPTH) {
      List<Value> writes = body.localWrites.getOrDefault(local.name(), List.of());
      if (writes.size() > 1) {
        return writes.stream().anyMatch(write -> feeds(call, body, write, depth + 1));
      }
    }
    CallSite made = values.resolve(body, value).site();
    if (made == call) {
      return true;
    }
    return made != null
        && depth < DEPTH
        && (feeds(call, made.body, made.receiver(), depth + 1)
            || made.args().stream().anyMatch(arg -> feeds(call, made.body, arg, depth + 1)));
  }

  /**
   * Whether a lock confines the object that blocks: every call on that field in the class happens
   * under the same lock, also where the caller holds it.
   */
  private boolean confines(CallSite event, Lock lock) {
    if (!(values.resolve(event.body, event.receiver()).value() instanceof Value.Field)) {
      return false;
    }
    String object = values.key(event.body, event.receiver());
    List<CallSite> uses =
        index.bodies(event.body.callable.owner()).stream()
            .filter(body -> body.callable.kind() != Callable.Kind.CONSTRUCTOR)
            .flatMap(body -> body.sites.stream())
            .filter(use -> values.key(use.body, use.receiver()).equals(object))
            .toList();
    return uses.size() > 1 && uses.stream().allMatch(use -> isUnder(use, lock.key(), 0));
  }

  private boolean isUnder(CallSite site, String lock, int depth) {
    if (site.held.stream().anyMatch(held -> held.key().equals(lock))) {
      return true;
    }
    List<CallSite> callers = calls.to(site.body);
    return depth < DEPTH
        && !callers.isEmpty()
        && callers.stream().allMatch(caller -> isUnder(caller, lock, depth + 1));
  }

  /** Whether the region gives back what it found and ends, before a call. */
  private static boolean findsBefore(CallSite site, Lock lock) {
    int from = lock.acquired().origin().anchor();
    return returns(site.body.callable.body(), false)
        .anyMatch(at -> at > from && at < site.op.origin().start());
  }

  /** Where values that are neither constant nor new are returned under a condition. */
  private static Stream<Integer> returns(Op op, boolean conditional) {
    boolean found =
        conditional
            && op instanceof Op.Return done
            && (done.value() instanceof Value.Local || done.value() instanceof Value.Field);
    return found
        ? Stream.of(op.origin().start())
        : Operands.parts(op).stream()
            .flatMap(part -> returns(part, conditional || op instanceof Op.Branch));
  }
}
