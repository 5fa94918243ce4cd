package twins.subscribe_without_error_handler__mutiny;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import io.smallrye.mutiny.Uni;

/** The failure has nowhere to go. */
@Claim(meter = Meter.FAILURES, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    start(Uni.createFrom().failure(new IllegalStateException("no")));
  }

  private static void start(Uni<String> work) {
    work.subscribe().with(text -> {}); // expect: subscribe-without-error-handler
  }
}
