package twins.copy_per_element;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;

/** An array is copied for each item, to read one of its elements. */
@Claim(meter = Meter.BYTES, budget = "32000")
public final class Bad implements Twin {
  private static final int[] WEIGHTS = new int[1024];

  @Override
  public void run(Stage stage) {
    sum(WEIGHTS, stage.numbers(500));
  }

  private static int sum(int[] weights, List<Integer> picks) {
    int sum = 0;
    for (int pick : picks) {
      int[] copy = weights.clone(); // expect: copy-per-element
      sum += copy[pick];
    }
    return sum;
  }
}
