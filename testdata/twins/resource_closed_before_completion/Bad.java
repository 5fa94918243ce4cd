package twins.resource_closed_before_completion;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The stream is closed before the pool gets to the task. */
@Claim(meter = Meter.FAILURES, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Path file = Files.writeString(Files.createTempFile("data", ".txt"), "text");
    CompletableFuture<String> go = stage.answer("go");
    ExecutorService pool = stage.pool(1);
    pool.execute(go::join);
    first(file, pool);
    stage.pause();
    go.join();
  }

  private static Future<Integer> first(Path file, ExecutorService pool) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return pool.submit(() -> in.read()); // expect: resource-closed-before-completion
    }
  }
}
