package twins.unbounded_executor;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What does not fit is refused, and the sender told. */
public final class Good implements Twin {
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(2, 2, 60, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100));

  @Override
  public void run(Stage stage) {
    stage.closing(workers);
    stage.level(() -> workers.getQueue().size());
    CompletableFuture<String> go = stage.answer("go");
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      refused += received(new byte[16], message -> go.join()) ? 0 : 1;
    }
  }

  boolean received(byte[] message, Consumer<byte[]> store) {
    try {
      workers.execute(() -> store.accept(message));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }
}
