package twins.thread_per_request;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A thread for each item. */
@Claim(meter = Meter.THREADS, budget = "spawnBound")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    CompletableFuture<String> go = stage.answer("go");
    index(item -> go.join());
  }

  private static void index(Consumer<Integer> indexer) {
    for (int i = 0; i < 400; i++) {
      int item = i;
      new Thread(() -> indexer.accept(item)).start(); // expect: thread-per-request
    }
  }
}
