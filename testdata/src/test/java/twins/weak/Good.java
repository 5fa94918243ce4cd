package twins.weak;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;

/** Blocks none either. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    stage.loop(() -> stage.answer("text"));
  }
}
