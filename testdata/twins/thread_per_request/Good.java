package twins.thread_per_request;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A few threads for all of them. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    CompletableFuture<String> go = stage.answer("go");
    ExecutorService pool = stage.closing(Executors.newFixedThreadPool(8));
    index(stage.numbers(400), item -> go.join(), pool);
  }

  private static void index(
      List<Integer> items, Consumer<Integer> indexer, ExecutorService pool) {
    for (Integer item : items) {
      pool.execute(() -> indexer.accept(item));
    }
  }
}
