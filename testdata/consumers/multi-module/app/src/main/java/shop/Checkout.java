package shop;

import java.util.concurrent.CompletableFuture;
import store.Receipts;

/** Starts on a pool of few threads what waits in another module. */
final class Checkout {
  CompletableFuture<String> start(CompletableFuture<String> payment) {
    return CompletableFuture.supplyAsync(() -> Receipts.print(payment));
  }
}
