package twins.subscribe_in_operator;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who cancels the orders cancels the entry that is being written. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Flux<Integer> orders = Flux.fromIterable(stage.numbers(10)).concatWith(Flux.never());
    Disposable audit = audit(orders, new Remote(stage)::write).subscribe();
    audit.dispose();
    stage.cancelled();
  }

  private static Flux<Integer> audit(Flux<Integer> orders, Journal journal) {
    return orders.concatMap(order -> journal.write(order).thenReturn(order));
  }

  /** Where orders are written down. */
  interface Journal {
    Mono<String> write(Integer entry);
  }
}
