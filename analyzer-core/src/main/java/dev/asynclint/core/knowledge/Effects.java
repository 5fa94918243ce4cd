package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.Effect.HoldsFor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts effects of one member together. */
final class Effects {
  private Effects() {}

  /** Holds for every release; never kept as an effect. */
  static final HoldsFor ALWAYS = new HoldsFor(0, Integer.MAX_VALUE);

  /** The releases for which both hold. */
  static HoldsFor both(HoldsFor one, HoldsFor other) {
    return new HoldsFor(Math.max(one.since(), other.since()), Math.min(one.until(), other.until()));
  }

  /** The effects with the range last, unless it says nothing. */
  static List<Effect> with(Collection<Effect> effects, HoldsFor range) {
    List<Effect> all = new ArrayList<>(effects);
    if (range.since() > ALWAYS.since() || range.until() < ALWAYS.until()) {
      all.add(range);
    }
    return all;
  }

  /** What two files say of the same member: all of both, for the releases of either. */
  static Member merge(Member first, Member second) {
    HoldsFor one = range(first);
    HoldsFor other = range(second);
    HoldsFor either =
        new HoldsFor(Math.min(one.since(), other.since()), Math.max(one.until(), other.until()));
    Set<Effect> all = new LinkedHashSet<>(first.effects());
    all.addAll(second.effects());
    all.removeIf(HoldsFor.class::isInstance);
    String dialect = first.dialect().isEmpty() ? second.dialect() : first.dialect();
    return new Member(first.owner(), first.name(), first.arity(), with(all, either), dialect);
  }

  private static HoldsFor range(Member member) {
    return member.effect(HoldsFor.class).orElse(ALWAYS);
  }
}
