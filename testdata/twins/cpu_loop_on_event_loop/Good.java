package twins.cpu_loop_on_event_loop;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.security.KeyPairGenerator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** It is made on another thread. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    Keys keys = new Keys(generator);
    stage.loop(() -> keys.keys().toFuture()).get();
  }

  /** The framework calls it on a loop. */
  @RestController
  static final class Keys {
    private final KeyPairGenerator generator;

    Keys(KeyPairGenerator generator) {
      this.generator = generator;
    }

    @GetMapping("/keys")
    Mono<String> keys() {
      return Mono.fromCallable(() -> generator.generateKeyPair().toString())
          .subscribeOn(Schedulers.boundedElastic());
    }
  }
}
