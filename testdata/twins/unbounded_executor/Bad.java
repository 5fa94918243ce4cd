package twins.unbounded_executor;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Messages wait in memory, however many there are. */
@Claim(
    meter = Meter.LEVEL,
    budget = "spawnBound",
    type = "java.util.concurrent.ThreadPoolExecutor")
public final class Bad implements Twin {
  private final ThreadPoolExecutor workers = new ThreadPoolExecutor( // expect: unbounded-executor
      2, 2, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

  @Override
  public void run(Stage stage) {
    stage.closing(workers);
    stage.level(() -> workers.getQueue().size());
    CompletableFuture<String> go = stage.answer("go");
    for (int i = 0; i < 1_000; i++) {
      received(new byte[16], message -> go.join());
    }
  }

  void received(byte[] message, Consumer<byte[]> store) {
    workers.execute(() -> store.accept(message));
  }
}
