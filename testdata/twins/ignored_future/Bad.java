package twins.ignored_future;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ExecutorService;
import org.springframework.jdbc.core.JdbcTemplate;

/** The failure of a task goes into a future nobody has. */
@Claim(meter = Meter.FAILURES, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    export(stage.pool(1), new JdbcTemplate(stage.brokenDatabase()));
    stage.untilAsked(1);
  }

  private static void export(ExecutorService pool, JdbcTemplate jdbc) {
    pool.submit(() -> jdbc.update("insert into t values (1)")); // expect: ignored-future
  }
}
