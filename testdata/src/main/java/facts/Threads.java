package facts;

import java.io.File;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Threads that may block. */
final class Threads {
  void start(File file, CountDownLatch latch) {
    new Thread(() -> file.exists()).start(); // fact: waits for metadata
    Executors.newCachedThreadPool().execute(() -> file.delete()); // fact: waits for file
    new Thread(
            () -> {
              try {
                latch.await(); // fact: waits for latch
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })
        .start();
  }
}
