package twins.fork_join_serialised;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.concurrent.RecursiveTask;

/** Each part is forked when the one before has ended. */
@Claim(meter = Meter.ROUNDS, budget = "3")
public final class Bad implements Twin {
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
        sum += part.join(); // expect: fork-join-serialised
      }
      return sum;
    }
  }
}
