// java: 21
package twins.swallowed_interrupt__virtual;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The executor is shut down, and its thread goes on waiting for the next job. */
@Claim(meter = Meter.STUCK, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    BlockingQueue<Runnable> jobs = new ArrayBlockingQueue<>(10);
    ExecutorService threads = stage.closing(Executors.newVirtualThreadPerTaskExecutor());
    threads.execute(() -> work(jobs));
    stage.pause();
    threads.shutdownNow();
  }

  private static void work(BlockingQueue<Runnable> jobs) {
    while (true) {
      // On one line: the wait that never ends is that of the handler that lets it begin anew.
      try { jobs.take().run(); } catch (InterruptedException e) { // expect: swallowed-interrupt
        System.err.println("woken up");
      }
    }
  }
}
