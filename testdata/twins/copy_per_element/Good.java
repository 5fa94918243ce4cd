package twins.copy_per_element;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;

/** The array is read where it is. */
public final class Good implements Twin {
  private static final int[] WEIGHTS = new int[1024];

  @Override
  public void run(Stage stage) {
    sum(WEIGHTS, stage.numbers(500));
  }

  private static int sum(int[] weights, List<Integer> picks) {
    int sum = 0;
    for (int pick : picks) {
      sum += weights[pick];
    }
    return sum;
  }
}
