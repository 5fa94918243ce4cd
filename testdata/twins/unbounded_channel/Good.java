package twins.unbounded_channel;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A sender waits while the queue is full. */
public final class Good implements Twin {
  private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>(100);

  @Override
  public void run(Stage stage) throws InterruptedException {
    stage.level(jobs::size);
    CompletableFuture<String> go = stage.answer("go");
    Thread worker = new Thread(this::work);
    worker.setDaemon(true);
    worker.start();
    submit(go::join);
    for (int i = 0; i < 1_000; i++) {
      submit(() -> {});
    }
    submit(() -> worker.interrupt());
  }

  void submit(Runnable job) throws InterruptedException {
    jobs.put(job);
  }

  private void work() {
    try {
      while (true) {
        jobs.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
