package twins.implicit_common_pool;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** It is loaded by the pool that is there for it. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    load(stage, stage.pool(1)).get();
  }

  private static CompletableFuture<String> load(Stage source, Executor loaders) {
    return CompletableFuture.supplyAsync(() -> source.text(), loaders);
  }
}
