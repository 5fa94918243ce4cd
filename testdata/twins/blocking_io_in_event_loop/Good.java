package twins.blocking_io_in_event_loop;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;


/** The file is read where threads may wait. */
public final class Good implements Twin {
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
    Mono<String> terms() {
      return Mono.fromCallable(() -> Files.readString(file))
          .subscribeOn(Schedulers.boundedElastic());
    }
  }
}
