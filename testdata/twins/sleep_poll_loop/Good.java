package twins.sleep_poll_loop;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CountDownLatch;

/** The thread is woken. */
public final class Good implements Twin {
  private final CountDownLatch ready = new CountDownLatch(1);

  @Override
  public void run(Stage stage) throws Exception {
    Thread waiter = new Thread(this::await);
    waiter.start();
    stage.untilWaited(waiter, 1);
    ready.countDown();
    waiter.join();
  }

  private void await() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
