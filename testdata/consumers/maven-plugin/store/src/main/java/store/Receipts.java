package store;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** Numbers receipts. */
public final class Receipts {
  private final IntFunction<CompletableFuture<String>> register;

  public Receipts(IntFunction<CompletableFuture<String>> register) {
    this.register = register;
  }

  /** Asks the register. */
  public CompletableFuture<String> number(int order) {
    return register.apply(order);
  }

  /** Waits for the register, which is all right on a thread of one's own. */
  public String print(int order) {
    return "receipt " + number(order).join();
  }
}
