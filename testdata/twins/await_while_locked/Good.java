package twins.await_while_locked;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;


/** The monitor is taken when the answer is there. */
public final class Good implements Twin {
  private String last = "";

  @Override
  public void run(Stage stage) throws Exception {
    CompletableFuture<String> answer = stage.answer("text");
    String text = answer.join();
    synchronized (this) {
      last = text;
    }
  }
}
