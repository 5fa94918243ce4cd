package twins.unbounded_fan_out;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A task, and a thread, for each of many items, however slow they are. */
@Claim(meter = Meter.THREADS, budget = "spawnBound")
public final class Bad implements Twin {
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @Override
  public void run(Stage stage) throws Exception {
    stage.closing(pool);
    send(new ArrayDeque<>(stage.numbers(400)), stage.answer("go"));
  }

  private void send(Queue<Integer> items, CompletableFuture<String> go) {
    Integer next = items.poll();
    while (next != null) {
      pool.submit(() -> go.join()); // expect: unbounded-fan-out
      next = items.poll();
    }
  }
}
