package twins.caller_runs_on_event_loop;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Under load the caller is told to come back. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Rows rows = new Rows(stage.answer("go"));
    stage.closing(rows.pool);
    for (int i = 0; i < 3; i++) {
      stage.loop(() -> rows.save().toFuture());
    }
  }

  /** The framework calls it on a loop. */
  @RestController
  static final class Rows {
    private final ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1));
    private final CompletableFuture<String> store;

    Rows(CompletableFuture<String> store) {
      this.store = store;
    }

    @GetMapping("/save")
    Mono<String> save() {
      try {
        pool.execute(() -> store.join());
        return Mono.just("taken");
      } catch (RejectedExecutionException e) {
        return Mono.just("come back later");
      }
    }
  }
}
