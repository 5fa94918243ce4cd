package twins.ineffective_pool_config;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sixteen threads before anything has to wait. */
public final class Good implements Twin {
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
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(16, 16, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
