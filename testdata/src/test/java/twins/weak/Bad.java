package twins.weak;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;

/** Claims that a loop is blocked, and blocks none. */
@Claim(meter = Meter.BLOCKED_CALLS, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    stage.loop(() -> stage.answer("text"));
  }
}
