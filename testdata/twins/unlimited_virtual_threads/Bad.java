// java: 21
package twins.unlimited_virtual_threads;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All images are in memory at once. */
@Claim(meter = Meter.IN_FLIGHT, budget = "spawnBound")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    resize(stage.numbers(400), stage::job);
  }

  private static void resize(List<Integer> images, Runnable resizer) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Integer image : images) {
        threads.submit(() -> resizer.run()); // expect: unlimited-virtual-threads
      }
    }
  }
}
