package twins.contended_lock_on_event_loop;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A handler needs the lock that is held for as long as a statement takes. */
@Claim(meter = Meter.BLOCKED_CALLS, budget = "0")
public final class Bad implements Twin {
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
    private final ReentrantLock lock = new ReentrantLock();
    private long total;
    private final JdbcTemplate jdbc;

    Totals(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @GetMapping("/total")
    Mono<Long> total() {
      lock.lock(); // expect: contended-lock-on-event-loop
      try {
        return Mono.just(total);
      } finally {
        lock.unlock();
      }
    }

    void load() {
      lock.lock();
      try {
        total = jdbc.update("delete from t");
      } finally {
        lock.unlock();
      }
    }
  }
}
