package twins.unbounded_fan_out;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A permit for each task that is not done. */
public final class Good implements Twin {
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final Semaphore permits = new Semaphore(50);

  @Override
  public void run(Stage stage) throws Exception {
    stage.closing(pool);
    send(new ArrayDeque<>(stage.numbers(400)), stage.answer("go"));
  }

  private void send(Queue<Integer> items, CompletableFuture<String> go)
      throws InterruptedException {
    Integer next = items.poll();
    while (next != null) {
      permits.acquire();
      pool.submit(
          () -> {
            try {
              return go.join();
            } finally {
              permits.release();
            }
          });
      next = items.poll();
    }
  }
}
