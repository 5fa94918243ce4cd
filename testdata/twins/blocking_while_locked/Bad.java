package twins.blocking_while_locked;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import org.springframework.jdbc.core.JdbcTemplate;


/** A statement is run with a monitor in hand. */
@Claim(meter = Meter.HELD_LOCKS, budget = "0")
public final class Bad implements Twin {
  private int deleted;

  @Override
  public void run(Stage stage) throws Exception {
    delete(new JdbcTemplate(stage.database()));
  }

  private synchronized void delete(JdbcTemplate jdbc) {
    deleted += jdbc.update("delete from t"); // expect: blocking-while-locked
  }
}
