package twins.fork_join_serialised;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.RecursiveTask;

/** All parts are forked before the first is waited for. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    stage.forkJoin(16).execute(new Sum(stage.parts(12)));
  }

  /** Adds up what the parts come to. */
  static final class Sum extends RecursiveTask<Integer> {
    private final List<RecursiveTask<Integer>> parts;

    Sum(List<RecursiveTask<Integer>> parts) {
      this.parts = parts;
    }

    @Override
    protected Integer compute() {
      int sum = 0;
      for (RecursiveTask<Integer> part : parts) {
        part.fork();
      }
      for (RecursiveTask<Integer> part : parts) {
        sum += part.join();
      }
      return sum;
    }
  }
}
