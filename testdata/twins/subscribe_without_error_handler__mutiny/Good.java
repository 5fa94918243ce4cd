package twins.subscribe_without_error_handler__mutiny;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import io.smallrye.mutiny.Uni;

/** Somebody hears of it. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    start(Uni.createFrom().failure(new IllegalStateException("no")));
  }

  private static void start(Uni<String> work) {
    work.subscribe().with(text -> {}, failure -> System.err.println("failed: " + failure));
  }
}
