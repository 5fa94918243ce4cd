package twins.promise_not_completed;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;

/** The caller hears of the failure. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    stage.promised(length(stage.refusal()));
  }

  private static CompletableFuture<Integer> length(CompletableFuture<String> text) {
    CompletableFuture<Integer> length = new CompletableFuture<>();
    text.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            length.complete(value.length());
          } else {
            length.completeExceptionally(failure);
          }
        });
    return length;
  }
}
