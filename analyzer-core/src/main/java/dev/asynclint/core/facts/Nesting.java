package dev.asynclint.core.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which closures and members of local classes stand in which body. */
final class Nesting {
  private final Map<Body, List<Body>> inside = new HashMap<>();
  private final Map<String, List<Body>> members = new HashMap<>();

  Nesting(Index index) {
    for (Body body : index.bodies()) {
      if (body.enclosing != null) {
        inside.computeIfAbsent(body.enclosing, e -> new ArrayList<>(1)).add(body);
        if (!body.callable.isClosure()) {
          members.computeIfAbsent(body.callable.owner(), o -> new ArrayList<>(1)).add(body);
        }
      }
    }
  }

  /** The bodies that stand directly in one. */
  List<Body> directlyIn(Body body) {
    return inside.getOrDefault(body, List.of());
  }

  /** What a closure, or the object a member of a local class belongs to, consists of. */
  List<Body> whole(Body entry) {
    return closure(
        entry.callable.isClosure()
            ? List.of(entry)
            : members.getOrDefault(entry.callable.owner(), List.of(entry)));
  }

  /** Some bodies with all that stands in them, outer ones first. */
  List<Body> closure(Collection<Body> outer) {
    List<Body> all = new ArrayList<>(outer);
    for (int i = 0; i < all.size(); i++) {
      all.addAll(directlyIn(all.get(i)));
    }
    return all;
  }
}
