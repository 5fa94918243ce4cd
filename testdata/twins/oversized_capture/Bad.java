package twins.oversized_capture;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.Random;
import java.util.concurrent.Executor;

/** A task that waits keeps a megabyte for one byte. */
@Claim(meter = Meter.KEPT, budget = "taskStateWarnBytes")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    first(stage.tasks(), new Random(1));
  }

  private static void first(Executor tasks, Random random) {
    byte[] block = new byte[1024 * 1024];
    random.nextBytes(block);
    tasks.execute(() -> System.err.print(block[0])); // expect: oversized-capture
  }
}
