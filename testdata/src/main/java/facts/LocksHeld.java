package facts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** Which waits happen under a lock. */
final class LocksHeld {
  private final ReentrantLock lock = new ReentrantLock();

  void locked(CompletableFuture<String> future, CompletableFuture<String> other) {
    lock.lock();
    try {
      future.join(); // fact: waits for future, under lock
    } finally {
      lock.unlock();
    }
    other.join(); // fact: waits for future
    other.join(); // fact: none
  }

  synchronized void monitor(CompletableFuture<String> future) {
    future.join(); // fact: waits for future, under lock
  }

  void block(CompletableFuture<String> future) {
    synchronized (lock) {
      helper(future);
    }
  }

  private static void helper(CompletableFuture<String> future) {
    future.join(); // fact: waits for future, under lock
  }
}
