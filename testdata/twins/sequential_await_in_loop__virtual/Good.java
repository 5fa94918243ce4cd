// java: 21
package twins.sequential_await_in_loop__virtual;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** All are sent before the first answer is waited for. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    sum(stage.numbers(12), item -> stage.answer(item).join());
  }

  private static int sum(List<Integer> items, UnaryOperator<Integer> remote) throws Exception {
    int sum = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> parts = new ArrayList<>();
      for (Integer item : items) {
        parts.add(threads.submit(() -> remote.apply(item)));
      }
      for (Future<Integer> part : parts) {
        sum += part.get();
      }
    }
    return sum;
  }
}
