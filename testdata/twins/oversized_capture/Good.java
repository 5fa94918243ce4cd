package twins.oversized_capture;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.Random;
import java.util.concurrent.Executor;

/** It keeps the byte. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    first(stage.tasks(), new Random(1));
  }

  private static void first(Executor tasks, Random random) {
    byte[] block = new byte[1024 * 1024];
    random.nextBytes(block);
    byte first = block[0];
    tasks.execute(() -> System.err.print(first));
  }
}
