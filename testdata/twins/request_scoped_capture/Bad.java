package twins.request_scoped_capture;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** The container has taken the request back by the time the task reads it. */
@Claim(meter = Meter.LATE_USES, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    CompletableFuture<String> go = stage.answer("go");
    ExecutorService pool = stage.pool(1);
    pool.execute(go::join);
    HttpServletRequest request = stage.lent(HttpServletRequest.class);
    handle(request, pool);
    stage.takeBack();
  }

  private static void handle(HttpServletRequest request, ExecutorService audit) {
    audit.execute(() -> System.err.print(request.getHeader("User-Agent"))); // expect: request-scoped-capture
  }
}
