package twins.subscribe_in_operator;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nobody can call the entries back. */
@Claim(meter = Meter.OUTLIVING, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    Flux<Integer> orders = Flux.fromIterable(stage.numbers(10)).concatWith(Flux.never());
    Disposable audit = audit(orders, new Remote(stage)::write).subscribe();
    audit.dispose();
    stage.cancelled();
  }

  private static Flux<Integer> audit(Flux<Integer> orders, Journal journal) {
    return orders.doOnNext(order -> journal.write(order).subscribe()); // expect: subscribe-in-operator
  }

  /** Where orders are written down. */
  interface Journal {
    Mono<String> write(Integer entry);
  }
}
