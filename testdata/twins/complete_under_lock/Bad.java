package twins.complete_under_lock;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;


/** Whoever waits for the result goes on while the monitor is held. */
@Claim(meter = Meter.HELD_LOCKS, budget = "0")
public final class Bad implements Twin {
  private final CompletableFuture<Integer> done = new CompletableFuture<>();
  private int left = 1;

  @Override
  public void run(Stage stage) throws Exception {
    CompletableFuture<String> answer = stage.answer("text");
    done.thenRun(answer::join);
    finish();
  }

  CompletableFuture<Integer> done() {
    return done;
  }

  private synchronized void finish() {
    if (--left == 0) {
      done.complete(left); // expect: complete-under-lock
    }
  }
}
