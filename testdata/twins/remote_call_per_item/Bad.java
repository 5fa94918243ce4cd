package twins.remote_call_per_item;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A statement for each id. */
@Claim(meter = Meter.REMOTE_CALLS, budget = "1")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    close(stage.numbers(20), new JdbcTemplate(stage.database()));
  }

  private static void close(List<Integer> ids, JdbcTemplate jdbc) {
    for (Integer id : ids) {
      jdbc.update("update t set open = false where id = ?", id); // expect: remote-call-per-item
    }
  }
}
