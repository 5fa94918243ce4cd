package twins.blocking_wait_in_async;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;


/** A reactive handler waits for another service. */
@Claim(meter = Meter.BLOCKED_CALLS, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Orders orders = new Orders(() -> stage.answer("order"));
    stage.loop(() -> orders.order().toFuture());
  }

  /** The framework calls it on a loop. */
  @RestController
  static final class Orders {
    private final Supplier<CompletableFuture<String>> remote;

    Orders(Supplier<CompletableFuture<String>> remote) {
      this.remote = remote;
    }

    @GetMapping("/order")
    Mono<String> order() {
      CompletableFuture<String> answer = remote.get();
      String order = answer.join(); // expect: blocking-wait-in-async
      return Mono.just(order);
    }
  }
}
