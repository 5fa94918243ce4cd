package twins.same;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;

/** Blocks it as well. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    stage.loop(() -> stage.answer("text").join());
  }
}
