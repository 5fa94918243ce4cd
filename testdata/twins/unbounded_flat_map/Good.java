package twins.unbounded_flat_map;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Eight for each of them. */
public final class Good implements Twin {
  private final AtomicInteger inFlight = new AtomicInteger();

  @Override
  public void run(Stage stage) throws Exception {
    stage.level(inFlight::get);
    WebClient client =
        WebClient.builder().exchangeFunction(request -> Mono.defer(() -> reply(stage))).build();
    Flux<Integer> ids = Flux.fromIterable(stage.numbers(1_000));
    CompletableFuture<Void> one = load(client, ids).then().toFuture();
    CompletableFuture<Void> other = load(client, ids).then().toFuture();
    CompletableFuture.allOf(one, other).get();
  }

  private Mono<ClientResponse> reply(Stage stage) {
    inFlight.incrementAndGet();
    CompletableFuture<String> answer = stage.answer("item");
    return Mono.fromFuture(answer)
        .doFinally(signal -> inFlight.decrementAndGet())
        .map(body -> ClientResponse.create(HttpStatus.OK).body(body).build());
  }

  private static Flux<String> load(WebClient client, Flux<Integer> ids) {
    return ids.flatMap(
        id -> client.get().uri("/{id}", id).retrieve().bodyToMono(String.class), 8);
  }
}
