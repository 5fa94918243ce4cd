package twins.cpu_loop_on_event_loop;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.security.KeyPairGenerator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A handler makes a key pair on the loop. */
@Claim(meter = Meter.LOOP_CPU, budget = "pollTime")
public final class Bad implements Twin {
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
      Object keys = generator.generateKeyPair(); // expect: cpu-loop-on-event-loop
      return Mono.just(keys.toString());
    }
  }
}
