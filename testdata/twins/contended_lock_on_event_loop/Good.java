package twins.contended_lock_on_event_loop;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The handler reads what was last known. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Totals totals = new Totals(new JdbcTemplate(stage.database()));
    Thread loader = new Thread(totals::load);
    loader.start();
    stage.pause();
    stage.onLoop(totals::total);
    loader.join();
  }

  /** The framework calls it on a loop. */
  @RestController
  static final class Totals {
    private volatile long total;
    private final JdbcTemplate jdbc;

    Totals(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @GetMapping("/total")
    Mono<Long> total() {
      return Mono.just(total);
    }

    void load() {
      total = jdbc.update("delete from t");
    }
  }
}
