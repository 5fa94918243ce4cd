package twins.sleep_poll_loop;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;

/** A thread sleeps until it happens to see a flag. */
@Claim(meter = Meter.SLEEPS, budget = "1")
public final class Bad implements Twin {
  private volatile boolean ready;

  @Override
  public void run(Stage stage) throws Exception {
    Thread waiter = new Thread(this::await);
    waiter.start();
    stage.untilWaited(waiter, 10);
    ready = true;
    waiter.join();
  }

  private void await() {
    while (!ready) {
      try {
        Thread.sleep(1); // expect: sleep-poll-loop
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
