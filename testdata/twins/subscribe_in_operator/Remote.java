package twins.subscribe_in_operator;

import dev.asynclint.prove.Stage;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** A journal at the other end; no part of the programs that are looked at. */
final class Remote {
  private final Stage stage;

  Remote(Stage stage) {
    this.stage = stage;
  }

  Mono<String> write(Integer entry) {
    CompletableFuture<String> written = stage.answer("written " + entry);
    return Mono.fromFuture(written, true);
  }
}
