// java: 21
package twins.sequential_await_in_loop__virtual;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Each item is sent when the answer to the one before has come. */
@Claim(meter = Meter.ROUNDS, budget = "3")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    sum(stage.numbers(12), item -> stage.answer(item).join());
  }

  private static int sum(List<Integer> items, UnaryOperator<Integer> remote) throws Exception {
    int sum = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Integer item : items) {
        Future<Integer> part = threads.submit(() -> remote.apply(item));
        sum += part.get(); // expect: sequential-await-in-loop
      }
    }
    return sum;
  }
}
