package twins.group_by_concurrency_hang;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.publisher.Flux;

/** As many groups are read as there are. */
public final class Good implements Twin {
  private static Flux<Integer> perUser(Flux<Integer> events) {
    return events.groupBy(event -> event % 1_000).flatMap(user -> user.map(event -> event + 1), Integer.MAX_VALUE);
  }

  @Override
  public void run(Stage stage) {
    perUser(Flux.fromIterable(stage.numbers(2_000))).subscribe(event -> {}, stage::failed);
  }
}
