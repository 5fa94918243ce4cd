// java: 21
package twins.unlimited_virtual_threads;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Sixty-four of them. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    resize(stage.numbers(400), stage::job);
  }

  private static void resize(List<Integer> images, Runnable resizer) throws InterruptedException {
    Semaphore permits = new Semaphore(64);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Integer image : images) {
        permits.acquire();
        threads.submit(
            () -> {
              try {
                resizer.run();
              } finally {
                permits.release();
              }
            });
      }
    }
  }
}
