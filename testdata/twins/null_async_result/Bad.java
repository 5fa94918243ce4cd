package twins.null_async_result;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;

/** What stands behind the lookup fails, since there is nothing to stand on. */
@Claim(meter = Meter.BROKEN, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    CompletableFuture<String> user = stage.answer("");
    user(user, stage).whenComplete((name, failure) -> System.err.println(name + " " + failure));
  }

  private static CompletableFuture<String> user(CompletableFuture<String> id, Stage users) {
    return id.thenCompose(key -> key.isEmpty() ? null : users.answer(key)); // expect: null-async-result
  }
}
