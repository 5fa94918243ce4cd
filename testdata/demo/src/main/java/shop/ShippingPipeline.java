package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Labels and costs of parcels, computed in the background. */
public class ShippingPipeline {
  private final Carrier carrier;
  private final ExecutorService few = Executors.newFixedThreadPool(8);

  /** Another company's service. */
  public interface Carrier {
    /** What it costs to send an order. */
    CompletableFuture<Long> quote(Order order);

    /** Prints a label. */
    String label(Order order);
  }

  public ShippingPipeline(Carrier carrier) {
    this.carrier = carrier;
  }

  /** Keeps a thread of the common pool until the carrier has answered. */
  public CompletableFuture<String> describe(Order order) {
    return CompletableFuture.supplyAsync( // expect: implicit-common-pool
        () -> {
          long cost = carrier.quote(order).join(); // expect: common-pool-blocking
          return order.item() + " for " + cost;
        });
  }

  /** Goes on when the carrier has answered; no thread waits. */
  public CompletableFuture<String> describeLater(Order order) {
    return carrier.quote(order).thenApply(cost -> order.item() + " for " + cost);
  }

  /** Starts a task for every order there is. */
  public List<CompletableFuture<String>> labels(List<Order> orders) {
    List<CompletableFuture<String>> labels = new ArrayList<>();
    for (Order order : orders) {
      labels.add(
          CompletableFuture.supplyAsync( // expect: unbounded-fan-out
              () -> carrier.label(order)));
    }
    return labels;
  }

  /** Prints eight at a time. */
  public List<CompletableFuture<String>> labelsInTurn(List<Order> orders) {
    List<CompletableFuture<String>> labels = new ArrayList<>();
    for (Order order : orders) {
      labels.add(CompletableFuture.supplyAsync(() -> carrier.label(order), few));
    }
    return labels;
  }
}
