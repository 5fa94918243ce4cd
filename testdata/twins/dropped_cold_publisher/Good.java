package twins.dropped_cold_publisher;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.publisher.Flux;

/** Somebody subscribes. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    warmUp(Flux.fromIterable(stage.numbers(10))).then().block();
  }

  private static Flux<Integer> warmUp(Flux<Integer> keys) {
    return keys.filter(key -> key > 0).doOnNext(System.err::print);
  }
}
