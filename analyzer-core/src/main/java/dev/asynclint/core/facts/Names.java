package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.knowledge.Member;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Calls that do, or may do, something that makes a finding wrong. A call that could not be resolved
 * is taken by its name, so that less knowledge never makes more findings.
 */
final class Names {
  private final Predicate<Member> does;
  private final Lazy<Set<String>> names;

  Names(Models models, Predicate<Member> does) {
    this.does = does;
    this.names =
        new Lazy<>(
            () ->
                models
                    .knowledge()
                    .members()
                    .filter(does)
                    .map(Member::name)
                    .collect(Collectors.toSet()));
  }

  /** Whether a call does it, or may. */
  boolean maybe(CallSite site) {
    return site.target() instanceof Target.Unknown
        ? names.get().contains(site.name())
        : site.model().filter(does).isPresent();
  }
}
