package dev.asynclint.javaparser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Threads with stacks deep enough for the nesting of generated code. */
final class Workers {
  /** Reserved, not used, unless a file needs it; 10,000 nested parentheses need about 60 MB. */
  private static final long STACK_BYTES = 512L << 20;

  private final int threads;

  Workers(int threads) {
    this.threads = threads;
  }

  /**
   * Works on every item once, on any thread, and waits.
   *
   * @param failed told of anything an item's work throws; the other items go on
   */
  <T> void run(List<T> items, Consumer<T> work, BiConsumer<T, Throwable> failed) {
    AtomicInteger next = new AtomicInteger();
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, items.size()); i++) {
      Runnable loop =
          () -> {
            for (int item = next.getAndIncrement();
                item < items.size();
                item = next.getAndIncrement()) {
              try {
                work.accept(items.get(item));
              } catch (RuntimeException | StackOverflowError e) {
                failed.accept(items.get(item), e);
              }
            }
          };
      Thread thread = new Thread(null, loop, "asynclint-front-end-" + i, STACK_BYTES);
      thread.setDaemon(true);
      running.add(thread);
      thread.start();
    }
    boolean interrupted = false;
    for (Thread thread : running) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
