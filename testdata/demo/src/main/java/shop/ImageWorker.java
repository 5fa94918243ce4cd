package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Copies product images to the store, on virtual threads. */
public class ImageWorker {
  private final Semaphore permits = new Semaphore(32);

  /** Opens as many files at once as there are images. */
  public void copyAll(List<Path> images, Path store) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Path image : images) {
        threads.submit(() -> copy(image, store)); // expect: ignored-future, unlimited-virtual-threads
      }
    }
  }

  /** Takes a permit before it starts a thread. */
  public void copyInTurn(List<Path> images, Path store) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Path image : images) {
        permits.acquire(); // expect: wait-without-timeout
        threads.submit( // expect: ignored-future
            () -> {
              try {
                copy(image, store);
              } finally {
                permits.release();
              }
            });
      }
    }
  }

  private static void copy(Path image, Path store) {
    try {
      Files.copy(image, store.resolve(image.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
