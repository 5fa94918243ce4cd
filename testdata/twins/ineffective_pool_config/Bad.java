package twins.ineffective_pool_config;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Two threads, for the queue takes every task. */
@Claim(
    meter = Meter.LEVEL,
    budget = "0",
    type = "java.util.concurrent.ThreadPoolExecutor")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    ThreadPoolExecutor pool = stage.closing(create());
    stage.level(() -> pool.getMaximumPoolSize() - pool.getLargestPoolSize());
    CompletableFuture<String> go = stage.answer("go");
    for (int i = 0; i < 100; i++) {
      pool.execute(go::join);
    }
  }

  private static ThreadPoolExecutor create() {
    return new ThreadPoolExecutor( // expect: ineffective-pool-config
        2, 16, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  }
}
