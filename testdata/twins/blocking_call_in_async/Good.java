package twins.blocking_call_in_async;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;


/** The handler answers later instead. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Prices prices = new Prices();
    stage.loop(() -> prices.price().toFuture()).get();
  }

  /** The framework calls it on a loop. */
  @RestController
  static final class Prices {
    @GetMapping("/price")
    Mono<Integer> price() {
      return Mono.delay(Duration.ofMillis(150)).thenReturn(1);
    }
  }
}
