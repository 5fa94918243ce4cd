package twins.same_pool_wait;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;


/** The only thread of a pool waits for a task of the same pool. */
@Claim(meter = Meter.STUCK, budget = "0")
public final class Bad implements Twin {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @Override
  public void run(Stage stage) throws Exception {
    stage.closing(pool);
    pool.submit(
        () -> {
          Future<Integer> part = pool.submit(() -> 1);
          return part.get() + 1; // expect: same-pool-wait
        });
    stage.pause();
  }
}
