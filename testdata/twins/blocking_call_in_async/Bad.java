package twins.blocking_call_in_async;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;


/** A reactive handler sleeps before it answers. */
@Claim(meter = Meter.BLOCKED_TIME, budget = "eventLoopWait")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Prices prices = new Prices();
    stage.loop(() -> prices.price().block());
  }

  /** The framework calls it on a loop. */
  @RestController
  static final class Prices {
    @GetMapping("/price")
    Mono<Integer> price() throws InterruptedException {
      Thread.sleep(150); // expect: blocking-call-in-async
      return Mono.just(1);
    }
  }
}
