package twins.sequential_await_in_loop;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;


/** Each item is sent when the answer to the one before has come. */
@Claim(meter = Meter.ROUNDS, budget = "3")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    sum(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), stage.pool(12), stage);
  }

  private static int sum(List<Integer> items, ExecutorService pool, Stage remote) {
    int sum = 0;
    for (Integer item : items) {
      CompletableFuture<Integer> part =
          CompletableFuture.supplyAsync(() -> item, pool).thenCompose(remote::answer);
      sum += part.join(); // expect: sequential-await-in-loop
    }
    return sum;
  }
}
