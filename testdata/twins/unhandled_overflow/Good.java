package twins.unhandled_overflow;

import dev.asynclint.prove.Feed;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.Iterator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A line is read when it is asked for. */
public final class Good implements Twin {
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
    return Flux.generate(
        sink -> {
          if (file.hasNext()) {
            sink.next(file.next());
          } else {
            sink.complete();
          }
        });
  }
}
