package twins.lock_released_in_callback;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The I/O thread gives back a lock it never had. */
@Claim(meter = Meter.FAILURES, budget = "0")
public final class Bad implements Twin {
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
    return client
        .get()
        .whenComplete(
            (answer, failure) -> {
              lock.unlock(); // expect: lock-released-in-callback
            });
  }
}
