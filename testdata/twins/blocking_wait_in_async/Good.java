package twins.blocking_wait_in_async;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;


/** The handler hands the answer on. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Orders orders = new Orders(() -> stage.answer("order"));
    stage.loop(() -> orders.order().toFuture()).get();
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
      return Mono.fromFuture(answer);
    }
  }
}
