package twins.throwing_scheduled_task;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;

/** A failure is told, and the next turn comes. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    start(stage.timer(), new JdbcTemplate(stage.brokenDatabase()));
    stage.untilAsked(3);
  }

  private static void start(ScheduledExecutorService timer, JdbcTemplate jdbc) {
    timer.scheduleAtFixedRate(
        () -> {
          try {
            jdbc.update("delete from t");
          } catch (RuntimeException e) {
            System.err.println("not deleted: " + e.getMessage());
          }
        },
        1,
        1,
        TimeUnit.MILLISECONDS);
  }
}
