package twins.eager_argument_in_lazy_operator;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;


/** The scheduler comes too late for the statement: it has been run by then. */
@Claim(meter = Meter.BLOCKED_CALLS, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Count count = new Count(new JdbcTemplate(stage.database()));
    stage.loop(() -> count.count().toFuture()).get();
  }

  /** The framework calls it on a loop. */
  @RestController
  static final class Count {
    private final JdbcTemplate jdbc;

    Count(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
    }

    @GetMapping("/count")
    Mono<Integer> count() {
      return Mono.just(jdbc.update("delete from t")) // expect: eager-argument-in-lazy-operator
          .subscribeOn(Schedulers.boundedElastic());
    }
  }
}
