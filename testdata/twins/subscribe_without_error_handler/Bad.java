package twins.subscribe_without_error_handler;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.publisher.Mono;

/** The failure has nowhere to go. */
@Claim(meter = Meter.FAILURES, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    start(Mono.error(new IllegalStateException("no")));
  }

  private static void start(Mono<String> work) {
    work.subscribe(); // expect: subscribe-without-error-handler
  }
}
