package twins.swallowed_interrupt;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The pool is shut down, and its thread goes on waiting for the next job. */
@Claim(meter = Meter.STUCK, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    BlockingQueue<Runnable> jobs = new ArrayBlockingQueue<>(10);
    ExecutorService pool = stage.closing(Executors.newSingleThreadExecutor());
    pool.execute(() -> work(jobs));
    stage.pause();
    pool.shutdownNow();
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
