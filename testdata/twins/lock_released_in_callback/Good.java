package twins.lock_released_in_callback;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The thread that has the lock gives it back. */
public final class Good implements Twin {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public void run(Stage stage) {
    try {
      ask(() -> stage.answer("text")).join();
    } catch (CompletionException e) {
      stage.failed(e);
    }
  }

  private CompletableFuture<String> ask(Supplier<CompletableFuture<String>> client) {
    lock.lock();
    try {
      return client.get();
    } finally {
      lock.unlock();
    }
  }
}
