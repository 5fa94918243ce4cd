package twins.same_pool_wait;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;


/** The second task is begun when the first has ended. */
public final class Good implements Twin {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @Override
  public void run(Stage stage) throws Exception {
    stage.closing(pool);
    CompletableFuture.supplyAsync(() -> 1, pool).thenApplyAsync(part -> part + 1, pool);
    stage.pause();
  }
}
