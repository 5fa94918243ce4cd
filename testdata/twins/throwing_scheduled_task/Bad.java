package twins.throwing_scheduled_task;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;

/** The first failure ends the schedule, and nobody is told. */
@Claim(meter = Meter.FAILURES, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    start(stage.timer(), new JdbcTemplate(stage.brokenDatabase()));
    stage.untilAsked(1);
  }

  private static void start(ScheduledExecutorService timer, JdbcTemplate jdbc) {
    timer.scheduleAtFixedRate(() -> jdbc.update("delete from t"), 1, 1, TimeUnit.MILLISECONDS); // expect: throwing-scheduled-task
  }
}
