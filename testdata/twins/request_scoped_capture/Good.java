package twins.request_scoped_capture;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** What the task needs is read before. */
public final class Good implements Twin {
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
    String agent = request.getHeader("User-Agent");
    audit.execute(() -> System.err.print(agent));
  }
}
