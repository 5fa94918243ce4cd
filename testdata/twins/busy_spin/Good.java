package twins.busy_spin;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CountDownLatch;


/** The thread is woken by the answer. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    stage.answer("text").thenRun(ready::countDown);
    ready.await();
  }
}
