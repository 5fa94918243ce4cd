package twins.remote_call_per_item;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** One batch for all of them. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    close(stage.numbers(20), new JdbcTemplate(stage.database()));
  }

  private static void close(List<Integer> ids, JdbcTemplate jdbc) {
    List<Object[]> rows = ids.stream().map(id -> new Object[] {id}).toList();
    jdbc.batchUpdate("update t set open = false where id = ?", rows);
  }
}
