package shop;

import java.util.concurrent.CompletableFuture;

/** Waits, and is called by those who must not. */
final class Receipts {
  private Receipts() {}

  static String print(CompletableFuture<String> payment) {
    return "paid: " + number(payment);
  }

  private static String number(CompletableFuture<String> payment) {
    return payment.join();
  }
}
