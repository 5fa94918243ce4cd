package twins.expensive_allocation_per_item;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.List;
import java.util.regex.Pattern;

/** It is compiled once. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    even(stage.numbers(50));
  }

  private static int even(List<Integer> items) {
    Pattern even = Pattern.compile("[0-9]*[02468]");
    int found = 0;
    for (Integer item : items) {
      found += even.matcher(item.toString()).matches() ? 1 : 0;
    }
    return found;
  }
}
