package dev.asynclint.prove;

import java.util.List;

/** Which threads are to be kept free: known by their names, which is all a recording has. */
final class Loops {
  /** What the names of the workers of a stage begin with. */
  static final String WORKERS = "loop";

  private static final List<String> NAMES =
      List.of(WORKERS, "ForkJoinPool.commonPool-worker-", "parallel-", "vert.x-eventloop-thread-");

  private Loops() {}

  /** Whether a thread of that name must not wait. */
  static boolean isLoop(String name) {
    return name != null && NAMES.stream().anyMatch(name::startsWith);
  }
}
