package twins.group_by_concurrency_hang;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.publisher.Flux;

/** A thousand keys, and one group is read at a time. */
@Claim(meter = Meter.STALLED, budget = "0")
public final class Bad implements Twin {
  private static Flux<Integer> perUser(Flux<Integer> events) {
    return events.groupBy(event -> event % 1_000).concatMap(user -> user.map(event -> event + 1)); // expect: group-by-concurrency-hang
  }

  @Override
  public void run(Stage stage) {
    perUser(Flux.fromIterable(stage.numbers(2_000))).subscribe(event -> {}, stage::failed);
  }
}
