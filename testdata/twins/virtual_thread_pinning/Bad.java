// java: 21-23
package twins.virtual_thread_pinning;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The thread that waits inside the monitor keeps its carrier. */
@Claim(meter = Meter.PINNED, budget = "0")
public final class Bad implements Twin {
  private final Object lock = new Object();

  @Override
  public void run(Stage stage) {
    fetchAll(List.of(stage.answer("page")));
  }

  private void fetchAll(List<CompletableFuture<String>> pages) {
    for (CompletableFuture<String> page : pages) {
      Thread.startVirtualThread(
          () -> {
            synchronized (lock) {
              page.join(); // expect: virtual-thread-pinning
            }
          });
    }
  }
}
