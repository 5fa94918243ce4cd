package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Methods inside which the program allows threads to block, or forbids it again. Of those that run
 * at a time the innermost decides.
 */
final class Permits {
  private final Values values;

  /** The call that allows it, by class and method as {@link #key} writes them. */
  private final Map<String, CallSite> allowed = new HashMap<>();

  private final Set<String> forbidden = new HashSet<>();

  Permits(List<CallSite> sites, Values values) {
    this.values = values;
    for (CallSite site : sites) {
      boolean allows = site.has(Effect.Flag.ALLOWS_BLOCKING);
      if (allows || site.has(Effect.Flag.FORBIDS_BLOCKING)) {
        String type = text(site, 0);
        String method = text(site, 1);
        if (type.isEmpty() || method.isEmpty()) {
          continue;
        }
        if (allows) {
          allowed.putIfAbsent(key(type, method), site);
        } else {
          forbidden.add(key(type, method));
        }
      }
    }
  }

  /**
   * What allows threads to block inside a callable.
   *
   * @param permit what does around it; null when nothing
   * @return null when nothing does; a method both allowed and forbidden is allowed, since which was
   *     said last is not known
   */
  CallSite inside(Body body, CallSite permit) {
    if (allowed.isEmpty() || body.callable.isClosure()) {
      return permit;
    }
    String key = key(body.callable.owner(), body.callable.name());
    CallSite own = allowed.get(key);
    return own != null ? own : forbidden.contains(key) ? null : permit;
  }

  /** The same after further calls, each of which runs in the one before it. */
  CallSite inside(List<CallSite> way, CallSite permit) {
    CallSite seen = permit;
    for (CallSite site : way) {
      seen = inside(site.body, seen);
    }
    return seen;
  }

  /** In words, what allows it; empty when nothing does. */
  String words(CallSite permit) {
    if (permit == null) {
      return "";
    }
    String type = Body.simple(text(permit, 0));
    return "'%s' allows it inside '%s.%s' (%s)"
        .formatted(permit.display(), type, text(permit, 1), permit.place().brief());
  }

  private String text(CallSite site, int position) {
    Values.Ref said = values.origin(site.body, site.operand(position));
    CallSite asked = said.site();
    if (asked != null && asked.has(Effect.Flag.NAMES)) {
      Value named = values.resolve(asked.body, asked.receiver()).value();
      return named instanceof Value.TypeName type ? type.type() : "";
    }
    return said.value() instanceof Value.Const constant && constant.value() instanceof String text
        ? text
        : "";
  }

  /** Dollars stand for the dots of nested types where programs name classes as the JVM does. */
  private static String key(String type, String method) {
    return type.replace('$', '.') + "." + method;
  }
}
