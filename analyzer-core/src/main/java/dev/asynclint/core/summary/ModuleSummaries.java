package dev.asynclint.core.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Summaries by callable. Immutable; safe for use by several threads. */
public final class ModuleSummaries {
  /** Nothing is known. */
  public static final ModuleSummaries NONE = new ModuleSummaries(List.of());

  private final Map<String, List<CallableSummary>> byCallable = new HashMap<>();

  /** These summaries; of several about the same wait of a callable the first holds. */
  public ModuleSummaries(Collection<CallableSummary> all) {
    for (CallableSummary one : all) {
      List<CallableSummary> known = byCallable.computeIfAbsent(one.id(), id -> new ArrayList<>(1));
      if (known.stream().noneMatch(other -> CallableSummary.ORDER.compare(one, other) == 0)) {
        known.add(one);
      }
    }
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return byCallable.isEmpty();
  }

  /** Everything a callable waits for; empty when it does not or is not known. */
  public List<CallableSummary> of(String id) {
    return byCallable.getOrDefault(id, List.of());
  }
}
