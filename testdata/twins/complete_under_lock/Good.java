package twins.complete_under_lock;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;


/** The monitor is given back before the result is told. */
public final class Good implements Twin {
  private final CompletableFuture<Integer> done = new CompletableFuture<>();
  private int left = 1;

  @Override
  public void run(Stage stage) throws Exception {
    CompletableFuture<String> answer = stage.answer("text");
    done.thenRun(answer::join);
    finish();
  }

  CompletableFuture<Integer> done() {
    return done;
  }

  private void finish() {
    boolean last;
    synchronized (this) {
      last = --left == 0;
    }
    if (last) {
      done.complete(0);
    }
  }
}
