package twins.collect_then_expand;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All items are kept before the first goes on. */
@Claim(
    meter = Meter.LEVEL,
    budget = "spawnBound",
    type = "reactor.core.publisher.MonoCollectList")
public final class Bad implements Twin {
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
    return items
        .filter(item -> item >= 0)
        .collectList() // expect: collect-then-expand
        .flatMapMany(Flux::fromIterable)
        .map(item -> item * 2);
  }
}
