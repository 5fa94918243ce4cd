package twins.nested_async_value;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages are made and never sent. */
@Claim(meter = Meter.UNSUBSCRIBED, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    invite(Flux.fromIterable(stage.numbers(10))).block();
  }

  private static Mono<Void> invite(Flux<Integer> guests) {
    return guests.map(guest -> Mono.fromRunnable(() -> System.err.print(guest))).then(); // expect: nested-async-value
  }
}
