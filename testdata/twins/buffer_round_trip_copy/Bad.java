package twins.buffer_round_trip_copy;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import io.vertx.core.buffer.Buffer;

/** A buffer is made of another one by way of an array. */
@Claim(meter = Meter.BYTES, budget = "65536")
public final class Bad implements Twin {
  private static final Buffer BODY = Buffer.buffer(new byte[65536]);

  @Override
  public void run(Stage stage) {
    again(BODY);
  }

  private static Buffer again(Buffer body) {
    return Buffer.buffer(body.getBytes()); // expect: buffer-round-trip-copy
  }
}
