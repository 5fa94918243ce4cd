package twins.subscribe_without_error_handler;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.publisher.Mono;

/** Somebody hears of it. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    start(Mono.error(new IllegalStateException("no")));
  }

  private static void start(Mono<String> work) {
    work.subscribe(text -> {}, failure -> System.err.println("failed: " + failure));
  }
}
