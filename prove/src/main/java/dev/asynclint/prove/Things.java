package dev.asynclint.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** What a program was given or has shown, and what is left of it. Safe for use by any thread. */
final class Things {
  private final List<ExecutorService> closing = new ArrayList<>();
  private final List<WatchedPool> pools = new ArrayList<>();
  private final List<Feed> feeds = new ArrayList<>();
  private final List<CompletableFuture<?>> promises = new ArrayList<>();

  synchronized WatchedPool pool(WatchedPool pool) {
    pools.add(pool);
    return closing(pool);
  }

  synchronized <E extends ExecutorService> E closing(E pool) {
    closing.add(0, pool);
    return pool;
  }

  synchronized Feed feed(Feed feed) {
    feeds.add(feed);
    return feed;
  }

  synchronized void promise(CompletableFuture<?> promise) {
    promises.add(promise);
  }

  /** Puts down what became of them. */
  synchronized void finish() {
    pools.forEach(WatchedPool::finish);
    feeds.forEach(Feed::finish);
  }

  synchronized boolean isPromiseOpen() {
    return promises.stream().anyMatch(promise -> !promise.isDone());
  }

  /** Shuts the pools down, the last one first. */
  synchronized void close() {
    closing.forEach(ExecutorService::shutdownNow);
  }
}
