package dev.asynclint.prove;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Waits of a program for the rest of it to come to rest. Safe for use by any thread. */
final class Pauses {
  private final Deque<CountDownLatch> open = new ArrayDeque<>();

  /** Begins one; the future is complete when it is over. */
  CompletableFuture<Void> begin() {
    CountDownLatch pause = new CountDownLatch(1);
    synchronized (this) {
      open.add(pause);
    }
    CompletableFuture<Void> over = new CompletableFuture<>();
    Thread waiter =
        new Thread(
            () -> {
              try {
                pause.await();
                over.complete(null);
              } catch (InterruptedException e) {
                over.completeExceptionally(e);
              }
            },
            "pause");
    waiter.setDaemon(true);
    waiter.start();
    return over;
  }

  /** Ends the oldest; whether there was any. */
  synchronized boolean end() {
    CountDownLatch pause = open.poll();
    if (pause != null) {
      pause.countDown();
    }
    return pause != null;
  }
}
