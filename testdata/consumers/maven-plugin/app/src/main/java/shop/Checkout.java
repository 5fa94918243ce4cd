package shop;

import java.util.concurrent.CompletableFuture;
import store.Receipts;

/** Starts on a pool of few threads what waits. */
final class Checkout {
  private final Receipts receipts;

  Checkout(Receipts receipts) {
    this.receipts = receipts;
  }

  CompletableFuture<String> number(int order) {
    return CompletableFuture.supplyAsync(() -> receipts.number(order).join());
  }

  CompletableFuture<String> print(int order) {
    return CompletableFuture.supplyAsync(() -> receipts.print(order));
  }
}
