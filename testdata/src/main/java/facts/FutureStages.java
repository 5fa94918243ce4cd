package facts;

import java.io.File;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the stages of a future run. */
final class FutureStages {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  void stages(CompletableFuture<File> future) {
    future.thenApplyAsync(file -> file.exists()); // fact: waits for metadata, runs on cpu-pool
    future.thenApplyAsync(file -> file.exists(), pool); // fact: waits for metadata
    future.thenApply(file -> file.exists()); // fact: waits for metadata
  }
}
