package twins.blocking_io_in_event_loop;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;


/** A reactive handler reads a file. */
@Claim(meter = Meter.BLOCKED_CALLS, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Path file = Files.writeString(Files.createTempFile("terms", ".txt"), "all of them");
    Terms terms = new Terms(file);
    stage.loop(() -> terms.terms().toFuture()).get();
    Files.delete(file);
  }

  /** The framework calls it on a loop. */
  @RestController
  static final class Terms {
    private final Path file;

    Terms(Path file) {
      this.file = file;
    }

    @GetMapping("/terms")
    Mono<String> terms() throws IOException {
      String text = Files.readString(file); // expect: blocking-io-in-event-loop
      return Mono.just(text);
    }
  }
}
