package twins.sequential_await_in_loop;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;


/** All are sent before the first answer is waited for. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    sum(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), stage.pool(12), stage);
  }

  private static int sum(List<Integer> items, ExecutorService pool, Stage remote) {
    List<CompletableFuture<Integer>> parts =
        items.stream()
            .map(item -> CompletableFuture.supplyAsync(() -> item, pool).thenCompose(remote::answer))
            .toList();
    return parts.stream().mapToInt(CompletableFuture::join).sum();
  }
}
