// java: 21
package twins.swallowed_interrupt__virtual;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The thread ends when it is told to. */
public final class Good implements Twin {
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
      try {
        jobs.take().run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
