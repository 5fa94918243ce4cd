package twins.blocking_while_locked;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import org.springframework.jdbc.core.JdbcTemplate;


/** The monitor guards the counter alone. */
public final class Good implements Twin {
  private int deleted;

  @Override
  public void run(Stage stage) throws Exception {
    delete(new JdbcTemplate(stage.database()));
  }

  private void delete(JdbcTemplate jdbc) {
    int rows = jdbc.update("delete from t");
    synchronized (this) {
      deleted += rows;
    }
  }
}
