package twins.copy_on_write_in_hot_path;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All of them are added at once. */
public final class Good implements Twin {
  private static final double[] VALUES = new double[500];
  private final CopyOnWriteArrayList<Double> all = new CopyOnWriteArrayList<>();

  @Override
  public void run(Stage stage) {
    record(VALUES);
  }

  private void record(double[] values) {
    List<Double> more = new ArrayList<>();
    for (double value : values) {
      more.add(value);
    }
    all.addAll(more);
  }
}
