package twins.unbounded_retry;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** It is asked three times more. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    AtomicInteger left = new AtomicInteger(100);
    WebClient client =
        WebClient.builder()
            .exchangeFunction(
                request ->
                    left.decrementAndGet() > 0
                        ? Mono.error(new IllegalStateException("down"))
                        : Mono.just(ClientResponse.create(HttpStatus.OK).body("up").build()))
            .build();
    token(client).onErrorReturn("none").block();
  }

  private static Mono<String> token(WebClient client) {
    return client.get().uri("/token").retrieve().bodyToMono(String.class).retry(3);
  }
}
