package twins.dropped_cold_publisher;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.publisher.Flux;

/** A publisher is made and dropped: nothing is saved. */
@Claim(meter = Meter.UNSUBSCRIBED, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    warmUp(Flux.fromIterable(stage.numbers(10)));
  }

  private static void warmUp(Flux<Integer> keys) {
    keys.filter(key -> key > 0).doOnNext(System.err::print); // expect: dropped-cold-publisher
  }
}
