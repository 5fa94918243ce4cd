package twins.broken;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;

/** Never gets that far. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    throw new IllegalStateException("no such program");
  }
}
