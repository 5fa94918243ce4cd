package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;

/**
 * Allocations of one type at one line, in threads that poll.
 *
 * @param type what was allocated, as in source
 * @param blamed the user's line
 * @param count how many were seen
 * @param bytes their size
 */
public record AllocationSite(String type, Site blamed, long count, long bytes) {}
