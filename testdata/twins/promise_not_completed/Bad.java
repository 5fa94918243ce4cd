package twins.promise_not_completed;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;

/** A failure completes nothing, and the caller waits for ever. */
@Claim(meter = Meter.OPEN_PROMISES, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    stage.promised(length(stage.refusal()));
  }

  private static CompletableFuture<Integer> length(CompletableFuture<String> text) {
    CompletableFuture<Integer> length = new CompletableFuture<>();
    text.thenAccept(value -> length.complete(value.length())); // expect: promise-not-completed
    return length;
  }
}
