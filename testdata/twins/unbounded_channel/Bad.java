package twins.unbounded_channel;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A worker that falls behind fills the heap. */
@Claim(
    meter = Meter.LEVEL,
    budget = "spawnBound",
    type = "java.util.concurrent.LinkedBlockingQueue")
public final class Bad implements Twin {
  private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>(); // expect: unbounded-channel

  @Override
  public void run(Stage stage) {
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

  void submit(Runnable job) {
    jobs.add(job);
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
