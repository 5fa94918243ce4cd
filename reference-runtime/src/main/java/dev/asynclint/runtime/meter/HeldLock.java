package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;

/**
 * Something that others wait for, held by tasks while they were suspended.
 *
 * @param kind of thing: "mutex", "rwlock", "semaphore", "monitor" or the class of a lock of the JDK
 * @param acquiredAt where the user asked for it; for a monitor the line at which the frame is that
 *     entered it; null when unknown
 * @param suspendedAt where the user waited while holding it; null when unknown
 * @param task name of the tasks; may be empty
 * @param spawnedAt where they were spawned; null when unknown
 * @param times suspensions
 */
public record HeldLock(
    String kind, Site acquiredAt, Site suspendedAt, String task, Site spawnedAt, long times) {}
