package twins.copy_on_write_in_hot_path;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CopyOnWriteArrayList;

/** Each reading copies all readings before it. */
@Claim(meter = Meter.BYTES, budget = "32000")
public final class Bad implements Twin {
  private static final double[] VALUES = new double[500];
  private final CopyOnWriteArrayList<Double> all = new CopyOnWriteArrayList<>();

  @Override
  public void run(Stage stage) {
    record(VALUES);
  }

  private void record(double[] values) {
    for (double value : values) {
      all.add(value); // expect: copy-on-write-in-hot-path
    }
  }
}
