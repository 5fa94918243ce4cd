package twins.wait_without_timeout;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** A caller waits for a task that never ends. */
@Claim(meter = Meter.STUCK, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    ask(stage.pool(1), stage.never());
  }

  private static String ask(ExecutorService pool, Callable<String> work)
      throws InterruptedException, ExecutionException {
    Future<String> answer = pool.submit(work);
    return answer.get(); // expect: wait-without-timeout
  }
}
