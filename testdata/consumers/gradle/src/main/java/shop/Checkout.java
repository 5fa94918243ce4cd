package shop;

import java.util.concurrent.CompletableFuture;

/** Starts on a pool of few threads what waits two calls further on. */
final class Checkout {
  CompletableFuture<String> start(CompletableFuture<String> payment) {
    return CompletableFuture.supplyAsync(() -> Receipts.print(payment));
  }
}
