package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;
import java.util.List;

/**
 * Calls from one line that blocked a thread that polls.
 *
 * @param kind of wait: the name of the JDK's event, such as {@code "jdk.ThreadSleep"}
 * @param what the class of the lock, the path, or the address; empty when unknown
 * @param blamed the user's line; a library's when no user's frame is on the stack
 * @param stack the user's lines, innermost first
 * @param count how many calls
 * @param totalNanos how long all of them took
 * @param maxNanos how long the longest took
 */
public record BlockingCall(
    String kind,
    String what,
    Site blamed,
    List<Site> stack,
    long count,
    long totalNanos,
    long maxNanos) {}
