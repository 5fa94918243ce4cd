package shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders over HTTP. Handlers run on the event loop. */
@RestController
public class OrderController {
  private final OrderService orders;

  public OrderController(OrderService orders) {
    this.orders = orders;
  }

  /** One order. Looks asynchronous; the database is waited for two calls below. */
  @GetMapping("/orders/{id}")
  public Mono<Order> order(@PathVariable long id) {
    return Mono.just(id).map(key -> orders.load(key));
  }

  /** All orders of a customer, read on threads that may wait. */
  @GetMapping("/customers/{name}/orders")
  public Flux<Order> ordersOf(@PathVariable String name) {
    return orders.ofCustomer(name);
  }
}
