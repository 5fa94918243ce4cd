package twins.buffer_round_trip_copy;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import io.vertx.core.buffer.Buffer;

/** The buffer is copied as one, or looked at. */
public final class Good implements Twin {
  private static final Buffer BODY = Buffer.buffer(new byte[65536]);

  @Override
  public void run(Stage stage) {
    again(BODY);
  }

  private static Buffer again(Buffer body) {
    return body.slice();
  }
}
