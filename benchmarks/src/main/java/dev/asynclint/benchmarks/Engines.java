package dev.asynclint.benchmarks;

import dev.asynclint.runtime.AsyncRuntime;
import java.lang.reflect.Method;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;

/** The engines that are measured, all with as many threads. */
final class Engines {
  /** Threads of every engine. */
  static final int WORKERS = 2;

  private Engines() {}

  /** A runtime of that many workers. */
  static AsyncRuntime runtime() {
    return AsyncRuntime.builder().workerThreads(WORKERS).build();
  }

  /** A pool for events: first in, first out, nobody joins. */
  static ForkJoinPool forkJoin() {
    return new ForkJoinPool(WORKERS, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
  }

  /**
   * Makes virtual threads; found by reflection because the sources are those of Java 17.
   *
   * @throws UnsupportedOperationException before Java 21
   */
  static ThreadFactory virtualThreads() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
      return (ThreadFactory) factory.invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedOperationException("virtual threads need Java 21 or later", e);
    }
  }
}
