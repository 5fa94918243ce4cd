package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.summary.CallableSummary;
import dev.asynclint.core.summary.ModuleSummaries;
import java.util.Comparator;
import java.util.Optional;

/** Waits of callables outside the program, as their own modules summed them up. */
final class External {
  private final ModuleSummaries summaries;
  private final Index index;

  External(ModuleSummaries summaries, Index index) {
    this.summaries = summaries;
    this.index = index;
  }

  /**
   * What a call certainly waits for: the program neither declares the callable nor overrides it. Of
   * several waits the one that is least likely to be over soon.
   */
  Optional<CallableSummary> wait(CallSite site) {
    if (summaries.isEmpty()
        || !(site.target() instanceof Target.Known known)
        || index.type(known.owner()).isPresent()) {
      return Optional.empty();
    }
    return summaries.of(known.owner() + "." + known.name() + known.parameters()).stream()
        .filter(one -> !index.isOverridden(known))
        .min(
            Comparator.comparing((CallableSummary one) -> Blocking.BRIEF.contains(one.kind()))
                .thenComparing(CallableSummary::timed)
                .thenComparing(CallableSummary.ORDER));
  }
}
