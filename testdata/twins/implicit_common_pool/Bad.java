package twins.implicit_common_pool;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;

/** Nobody says where the text is loaded. */
@Claim(meter = Meter.SHARED, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    load(stage).get();
  }

  private static CompletableFuture<String> load(Stage source) {
    return CompletableFuture.supplyAsync(() -> source.text()); // expect: implicit-common-pool
  }
}
