package dev.asynclint.runtime.meter;

import dev.asynclint.runtime.site.Site;
import java.util.List;

/**
 * The most that a task of one kind kept while it was suspended.
 *
 * @param task name of the tasks; may be empty
 * @param spawnedAt where they were spawned; null when unknown
 * @param bytes what it kept
 * @param estimated whether something in it could not be looked into, so that its size was estimated
 * @param largest what took most of it, the largest first
 */
public record TaskState(
    String task, Site spawnedAt, long bytes, boolean estimated, List<Part> largest) {

  /**
   * One object and what only it leads to first.
   *
   * @param path fields that lead to it from the computation
   * @param type its class, as in source
   * @param bytes its own size
   */
  public record Part(String path, String type, long bytes) {}
}
