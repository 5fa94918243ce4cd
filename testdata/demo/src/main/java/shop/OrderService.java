package shop;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the shop knows of orders. */
@Service
public class OrderService {
  private final OrderRepository repository;

  public OrderService(OrderRepository repository) {
    this.repository = repository;
  }

  /** The order of that number. */
  public Order load(long id) {
    return repository.find(id);
  }

  /** The orders of a customer, oldest first. */
  public Flux<Order> ofCustomer(String name) {
    return Mono.fromCallable(() -> repository.findByCustomer(name))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMapIterable(orders -> orders);
  }
}
