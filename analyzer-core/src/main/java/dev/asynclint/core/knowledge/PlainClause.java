package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.Effect.Flag;
import java.util.Map;

/**
 * A clause without arguments.
 *
 * @param object the word after the verb; empty when there is none
 */
record PlainClause(String object, Flag flag) {
  /** By verb. */
  static final Map<String, PlainClause> ALL =
      Map.ofEntries(
          Map.entry("shared", new PlainClause("", Flag.SHARED)),
          Map.entry("sequential", new PlainClause("", Flag.SEQUENTIAL)),
          Map.entry("bounds", new PlainClause("", Flag.BOUNDS)),
          Map.entry("completes", new PlainClause("", Flag.COMPLETES)),
          Map.entry("completed", new PlainClause("", Flag.COMPLETED)),
          Map.entry("mutates", new PlainClause("receiver", Flag.MUTATES)),
          Map.entry("reads", new PlainClause("receiver", Flag.READS)),
          Map.entry("closes", new PlainClause("receiver", Flag.CLOSES)),
          Map.entry("costs", new PlainClause("cpu", Flag.COSTS_CPU)),
          Map.entry("allocates", new PlainClause("heavy", Flag.ALLOCATES_HEAVY)),
          Map.entry("may", new PlainClause("refuse", Flag.MAY_REFUSE)),
          Map.entry("queues", new PlainClause("unbounded", Flag.QUEUES_UNBOUNDED)),
          Map.entry("enqueues", new PlainClause("", Flag.ENQUEUES)),
          Map.entry("dequeues", new PlainClause("", Flag.DEQUEUES)),
          Map.entry("feeds", new PlainClause("", Flag.FEEDS)),
          Map.entry("gathers", new PlainClause("", Flag.GATHERS)),
          Map.entry("groups", new PlainClause("", Flag.GROUPS)),
          Map.entry("interrupts", new PlainClause("", Flag.INTERRUPTS)),
          Map.entry("interruptible", new PlainClause("", Flag.INTERRUPTIBLE)),
          Map.entry("handles", new PlainClause("failures", Flag.HANDLES_FAILURES)),
          Map.entry("hooks", new PlainClause("failures", Flag.HOOKS_FAILURES)),
          Map.entry("drops", new PlainClause("items", Flag.DROPS_ITEMS)),
          Map.entry("ignorable", new PlainClause("", Flag.IGNORABLE)),
          Map.entry("delays", new PlainClause("", Flag.DELAYS)),
          Map.entry("sets", new PlainClause("timeout", Flag.SETS_TIMEOUT)),
          Map.entry("helps", new PlainClause("", Flag.HELPS)),
          Map.entry("forks", new PlainClause("", Flag.FORKS)),
          Map.entry("names", new PlainClause("receiver", Flag.NAMES)),
          Map.entry("allows", new PlainClause("blocking", Flag.ALLOWS_BLOCKING)),
          Map.entry("forbids", new PlainClause("blocking", Flag.FORBIDS_BLOCKING)),
          Map.entry("never", new PlainClause("blocks", Flag.NEVER_BLOCKS)));
}
