package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Knowledge;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Methods that a framework calls. Callbacks of a framework's type that the program makes for itself
 * are none: handed to methods of its own, which call them from threads of their own, they run where
 * no framework has a say.
 */
final class Hooks {
  private final Index index;
  private final Models models;
  private final Closures closures;

  /** Types that are made where a method of the program takes them, and nowhere else. */
  private final Set<String> kept = new HashSet<>();

  /** Methods that the program calls on others, as {@code type.name}. */
  private final Set<String> called = new HashSet<>();

  Hooks(Index index, Models models, Closures closures) {
    this.index = index;
    this.models = models;
    this.closures = closures;
    Set<String> given = new HashSet<>();
    for (Body body : index.bodies()) {
      for (CallSite site : body.sites) {
        boolean own = site.target() instanceof Target.Unknown || !index.callees(site).isEmpty();
        boolean ofHook = models.knowledge().isHook(site.name());
        if (ofHook && !site.isNew() && !(site.receiver() instanceof Value.This)) {
          called.add(site.receiverType() + "." + site.name());
        }
        for (Value arg : site.args()) {
          CallSite made = models.values().site(body, arg);
          if (made != null && made.isNew()) {
            (own ? kept : given).add(made.type());
          }
        }
      }
    }
    kept.removeAll(given);
  }

  /** The hook that a method overrides; empty when no framework calls it. */
  Optional<Knowledge.Hook> hook(Body method) {
    Callable callable = method.callable;
    return models
        .knowledge()
        .hook(models.types(), callable.owner(), callable.name(), callable.params().size())
        .filter(hook -> !hook.owner().equals(callable.owner()))
        .filter(hook -> !isOwn(method, hook) || isCalledFromSuch(method, hook));
  }

  private boolean isOwn(Body method, Knowledge.Hook hook) {
    String name = "." + method.callable.name();
    return kept.contains(method.callable.owner())
        && (called.contains(hook.owner() + name) || called.contains(Types.UNKNOWN + name));
  }

  /** Whether a callback is called by another one of the same kind, which the framework is given. */
  private boolean isCalledFromSuch(Body callback, Knowledge.Hook hook) {
    return closures.of(callback).stream()
        .map(use -> use.site().body)
        .anyMatch(
            other ->
                !other.callable.isClosure()
                    && other.callable.name().equals(callback.callable.name())
                    && index.lineage(other.callable.owner()).contains(hook.owner())
                    && !isOwn(other, hook));
  }
}
