package twins.resource_closed_before_completion;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The task opens and closes it. */
public final class Good implements Twin {
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

  private static Future<Integer> first(Path file, ExecutorService pool) {
    return pool.submit(
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            return in.read();
          }
        });
  }
}
