package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** Where types of the program are made. */
  private final Lazy<Map<String, List<CallSite>>> creations;

  /** Methods that the program calls on others, as {@code type.name}. */
  private final Lazy<Set<String>> called;

  Hooks(Index index, Models models, Closures closures) {
    this.index = index;
    this.models = models;
    this.closures = closures;
    this.creations = new Lazy<>(this::creations);
    this.called = new Lazy<>(this::called);
  }

  private Map<String, List<CallSite>> creations() {
    Map<String, List<CallSite>> creations = new HashMap<>();
    for (Body body : index.bodies()) {
      for (CallSite site : body.sites) {
        if (site.isNew() && !site.takers.isEmpty()) {
          creations.computeIfAbsent(site.type(), type -> new ArrayList<>(1)).add(site);
        }
      }
    }
    return creations;
  }

  /** Whether a type is made where a method of the program takes it, and nowhere else. */
  private boolean isKept(String type) {
    List<CallSite> made = creations.get().getOrDefault(type, List.of());
    return !made.isEmpty()
        && made.stream()
            .flatMap(site -> site.takers.stream())
            .allMatch(
                taker ->
                    taker.target() instanceof Target.Unknown || !index.callees(taker).isEmpty());
  }

  private Set<String> called() {
    Set<String> called = new HashSet<>();
    for (Body body : index.bodies()) {
      for (CallSite site : body.sites) {
        boolean onOther = !site.isNew() && !(site.receiver() instanceof Value.This);
        if (onOther && models.knowledge().isHook(site.name())) {
          called.add(site.receiverType() + "." + site.name());
        }
      }
    }
    return called;
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
    return isKept(method.callable.owner())
        && (called.get().contains(hook.owner() + name)
            || called.get().contains(Types.UNKNOWN + name));
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
