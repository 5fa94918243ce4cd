package twins.wait_without_timeout;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The caller gives up after a time. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    ask(stage.pool(1), stage.never());
  }

  private static String ask(ExecutorService pool, Callable<String> work)
      throws InterruptedException, ExecutionException {
    Future<String> answer = pool.submit(work);
    try {
      return answer.get(50, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return "nothing";
    }
  }
}
