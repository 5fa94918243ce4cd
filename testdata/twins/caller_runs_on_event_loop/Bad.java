package twins.caller_runs_on_event_loop;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Under load the loop does the work of the pool. */
@Claim(meter = Meter.BLOCKED_CALLS, budget = "0")
public final class Bad implements Twin {
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
            1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1), new CallerRunsPolicy());
    private final CompletableFuture<String> store;

    Rows(CompletableFuture<String> store) {
      this.store = store;
    }

    @GetMapping("/save")
    Mono<String> save() {
      pool.execute(() -> store.join()); // expect: caller-runs-on-event-loop
      return Mono.just("taken");
    }
  }
}
