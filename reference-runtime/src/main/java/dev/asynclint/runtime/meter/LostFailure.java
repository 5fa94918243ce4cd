package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;

/**
 * A task that failed and that nobody asked for its result.
 *
 * @param task its number
 * @param name of the task; may be empty
 * @param spawnedAt where it was spawned; null when unknown
 * @param failure what it threw; never null
 */
public record LostFailure(long task, String name, Site spawnedAt, Throwable failure) {}
