package twins.collect_then_expand;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each goes on by itself. */
public final class Good implements Twin {
  private final AtomicInteger kept = new AtomicInteger();

  @Override
  public void run(Stage stage) throws Exception {
    stage.level(kept::get);
    Flux<Integer> items =
        Flux.fromIterable(stage.numbers(1_000))
            .doOnNext(item -> kept.incrementAndGet())
            .concatWith(Mono.fromFuture(stage.answer(1_000)));
    doubled(items).doOnNext(item -> kept.decrementAndGet()).then().toFuture().get();
  }

  private static Flux<Integer> doubled(Flux<Integer> items) {
    return items.filter(item -> item >= 0).map(item -> item * 2);
  }
}
