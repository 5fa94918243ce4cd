package dev.asynclint.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The other end: answers when, and only when, the program can do nothing but wait for it. Replies
 * are read by one I/O thread. Safe for use by any thread.
 */
final class Answers implements AutoCloseable {
  private final Evidence evidence;
  private final List<Runnable> open = new ArrayList<>();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, Loops.WORKERS + "-io");
            thread.setDaemon(true);
            return thread;
          });
  private int replying;

  Answers(Evidence evidence) {
    this.evidence = evidence;
  }

  <T> CompletableFuture<T> ask(T value) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    evidence.add(Meter.REMOTE_CALLS, evidence.here(), 1);
    synchronized (this) {
      open.add(() -> answer.complete(value));
    }
    return answer;
  }

  synchronized int open() {
    return open.size();
  }

  /** Whether replies are being read. */
  synchronized boolean busy() {
    return replying > 0;
  }

  /** Answers all that was asked so far. */
  synchronized void reply() {
    List<Runnable> all = List.copyOf(open);
    open.clear();
    replying++;
    reader.execute(
        () -> {
          try {
            all.forEach(Runnable::run);
          } finally {
            synchronized (this) {
              replying--;
            }
          }
        });
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
