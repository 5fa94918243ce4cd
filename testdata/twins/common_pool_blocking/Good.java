package twins.common_pool_blocking;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;


/** The task begins when the answer is there. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    length(stage.answer("text")).get();
  }

  private static CompletableFuture<Integer> length(CompletableFuture<String> answer) {
    return answer.thenApplyAsync(text -> text.length());
  }
}
