package twins.nested_async_value;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** They are sent before the end. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    invite(Flux.fromIterable(stage.numbers(10))).block();
  }

  private static Mono<Void> invite(Flux<Integer> guests) {
    return guests.concatMap(guest -> Mono.fromRunnable(() -> System.err.print(guest))).then();
  }
}
