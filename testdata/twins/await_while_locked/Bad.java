package twins.await_while_locked;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;


/** A thread keeps a monitor while it waits for an answer. */
@Claim(meter = Meter.HELD_LOCKS, budget = "0")
public final class Bad implements Twin {
  private String last = "";

  @Override
  public void run(Stage stage) throws Exception {
    refresh(stage.answer("text"));
  }

  private synchronized void refresh(CompletableFuture<String> answer) {
    last = answer.join(); // expect: await-while-locked
  }
}
