package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Knowledge;
import java.util.HashSet;
import java.util.Set;

/**
 * Callbacks of a framework's type that the program makes for itself: handed to methods of its own,
 * which call them from threads of their own. Where they run says nothing of the framework.
 */
final class OwnCallbacks {
  /** Types that are made where a method of the program takes them, and nowhere else. */
  private final Set<String> kept = new HashSet<>();

  /** Methods that the program calls on others, as {@code type.name}. */
  private final Set<String> called = new HashSet<>();

  OwnCallbacks(Index index, Values values) {
    Set<String> given = new HashSet<>();
    for (Body body : index.bodies()) {
      for (CallSite site : body.sites) {
        boolean own = site.target() instanceof Target.Unknown || !index.callees(site).isEmpty();
        if (!site.isNew() && !(site.receiver() instanceof Value.This)) {
          called.add(site.receiverType() + "." + site.name());
        }
        for (Value arg : site.args()) {
          CallSite made = values.resolve(body, arg).site();
          if (made != null && made.isNew()) {
            (own ? kept : given).add(made.type());
          }
        }
      }
    }
    kept.removeAll(given);
  }

  /** Whether a method is such a callback, as far as a hook goes. */
  boolean has(Body method, Knowledge.Hook hook) {
    String name = "." + method.callable.name();
    return kept.contains(method.callable.owner())
        && (called.contains(hook.owner() + name) || called.contains(Types.UNKNOWN + name));
  }
}
