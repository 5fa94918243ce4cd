// java: 21-23
package twins.virtual_thread_pinning;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** It gives the carrier back, and keeps the lock. */
public final class Good implements Twin {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public void run(Stage stage) {
    fetchAll(List.of(stage.answer("page")));
  }

  private void fetchAll(List<CompletableFuture<String>> pages) {
    for (CompletableFuture<String> page : pages) {
      Thread.startVirtualThread(
          () -> {
            lock.lock();
            try {
              page.join();
            } finally {
              lock.unlock();
            }
          });
    }
  }
}
