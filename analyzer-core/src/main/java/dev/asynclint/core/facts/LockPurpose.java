package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.List;

/** Why a lock is held while something blocks: to do it once, or one at a time. */
final class LockPurpose {
  private static final int DEPTH = 4;

  private final Index index;
  private final Values values;

  LockPurpose(Index index, Values values) {
    this.index = index;
    this.values = values;
  }

  /**
   * Whether a call's result fills a field or map that the same callable looks up first, so that the
   * blocking happens once a key and the second look must be inside the lock.
   */
  boolean fillsMemo(CallSite site) {
    boolean conditional =
        Frame.outward(site.frame).anyMatch(frame -> frame.part() == Frame.Part.ARM);
    if (!conditional) {
      return false;
    }
    Body body = site.body;
    for (Op.Write write : body.fieldWrites) {
      if (feeds(site, body, write.value(), 0)) {
        String key = values.key(body, write.place());
        boolean looked =
            body.reads.stream().anyMatch(r -> values.key(body, r.read().place()).equals(key));
        if (looked) {
          return true;
        }
      }
    }
    return body.sites.stream()
        .anyMatch(
            put ->
                put.has(Effect.Flag.MUTATES)
                    && put.args().stream().anyMatch(arg -> feeds(site, body, arg, 0))
                    && looksUp(body, values.key(body, put.receiver())));
  }

  private boolean looksUp(Body body, String key) {
    return body.sites.stream()
        .anyMatch(
            look -> look.has(Effect.Flag.READS) && values.key(body, look.receiver()).equals(key));
  }

  /** Whether a value is what a call gave, or is made from it. */
  private boolean feeds(CallSite call, Body body, Value value, int depth) {
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
   * under the same lock.
   */
  boolean confines(CallSite site) {
    if (!(values.resolve(site.body, site.receiver()).value() instanceof Value.Field)) {
      return false;
    }
    String object = values.key(site.body, site.receiver());
    List<String> held = site.held.stream().map(Lock::key).toList();
    List<CallSite> uses =
        index.bodies(site.body.callable.owner()).stream()
            .flatMap(body -> body.sites.stream())
            .filter(use -> values.key(use.body, use.receiver()).equals(object))
            .toList();
    return uses.size() > 1
        && uses.stream()
            .allMatch(use -> use.held.stream().anyMatch(lock -> held.contains(lock.key())));
  }
}
