package twins.ignored_future;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody asks for the outcome. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    try {
      export(stage.pool(1), new JdbcTemplate(stage.brokenDatabase())).get();
    } catch (ExecutionException e) {
      System.err.println("not exported: " + e.getMessage());
    }
  }

  private static Future<Integer> export(ExecutorService pool, JdbcTemplate jdbc) {
    return pool.submit(() -> jdbc.update("insert into t values (1)"));
  }
}
