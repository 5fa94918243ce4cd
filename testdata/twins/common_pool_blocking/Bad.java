package twins.common_pool_blocking;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;


/** A task of the common pool waits for an answer. */
@Claim(meter = Meter.BLOCKED_CALLS, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    length(stage.answer("text")).get();
  }

  private static CompletableFuture<Integer> length(CompletableFuture<String> answer) {
    return CompletableFuture.supplyAsync(
        () -> {
          String text = answer.join(); // expect: common-pool-blocking
          return text.length();
        });
  }
}
