package twins.expensive_allocation_per_item;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.regex.Pattern;

/** A pattern is compiled for each item. */
@Claim(meter = Meter.INSTANCES, budget = "1", type = "java.util.regex.Pattern")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) {
    even(stage.numbers(50));
  }

  private static int even(List<Integer> items) {
    int found = 0;
    for (Integer item : items) {
      Pattern even = Pattern.compile("[0-9]*[02468]"); // expect: expensive-allocation-per-item
      found += even.matcher(item.toString()).matches() ? 1 : 0;
    }
    return found;
  }
}
