package dev.asynclint.runtime.direct;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Threads for bodies in direct style: virtual ones from Java 21 on, pooled ones before. */
final class DirectThreads {
  private static final Method START_VIRTUAL = startVirtual();

  private DirectThreads() {}

  /** Made when first needed. */
  private static final class Pool {
    private static final ThreadFactory DAEMONS =
        work -> {
          Thread thread = new Thread(work, "asynclint-direct");
          thread.setDaemon(true);
          return thread;
        };
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(DAEMONS);
  }

  private static Method startVirtual() {
    try {
      return Thread.class.getMethod("startVirtualThread", Runnable.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  static void start(Runnable body, boolean platform) {
    if (START_VIRTUAL != null && !platform) {
      try {
        START_VIRTUAL.invoke(null, body);
        return;
      } catch (ReflectiveOperationException | UnsupportedOperationException e) {
        // A preview on this very release, not enabled: pooled threads do.
      }
    }
    Pool.THREADS.execute(body);
  }
}
