package twins.unhandled_overflow;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Feed;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.Iterator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The file is read before anybody has done with its first line. */
@Claim(meter = Meter.AHEAD, budget = "spawnBound")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Feed file = stage.feed(1_000);
    lines(file)
        .concatMap(
            line ->
                line % 500 == 0
                    ? Mono.fromFuture(stage.answer(line)).doOnNext(file::done)
                    : Mono.just(line).doOnNext(file::done))
        .then()
        .toFuture()
        .get();
  }

  private static Flux<Integer> lines(Iterator<Integer> file) {
    return Flux.create(
        sink -> {
          while (file.hasNext()) {
            sink.next(file.next()); // expect: unhandled-overflow
          }
          sink.complete();
        });
  }
}
