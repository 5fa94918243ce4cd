package twins.null_async_result;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;

/** A future without a value says that there is none. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    CompletableFuture<String> user = stage.answer("");
    user(user, stage).whenComplete((name, failure) -> System.err.println(name + " " + failure));
  }

  private static CompletableFuture<String> user(CompletableFuture<String> id, Stage users) {
    return id.thenCompose(
        key -> key.isEmpty() ? CompletableFuture.completedFuture(null) : users.answer(key));
  }
}
