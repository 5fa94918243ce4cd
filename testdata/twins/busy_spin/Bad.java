package twins.busy_spin;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.atomic.AtomicBoolean;


/** A thread asks again and again whether an answer has come. */
@Claim(meter = Meter.SPIN, budget = "pollTime")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    AtomicBoolean ready = new AtomicBoolean();
    stage.answer("text").thenRun(() -> ready.set(true));
    await(ready);
  }

  private static void await(AtomicBoolean ready) {
    while (!ready.get()) {} // expect: busy-spin
  }
}
