package twins.executor_per_call;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One pool for all of them. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Pages pages = new Pages(List.of(() -> "part", () -> "other part"));
    stage.closing(pages.pool);
    for (int i = 0; i < 10; i++) {
      stage.loop(pages::page);
    }
  }

  /** The framework calls it for each request. */
  @RestController
  static final class Pages {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final List<Callable<String>> parts;

    Pages(List<Callable<String>> parts) {
      this.parts = parts;
    }

    @GetMapping("/page")
    int page() throws InterruptedException {
      return pool.invokeAll(parts).size();
    }
  }
}
