package shop;

import io.vertx.core.Vertx;

/** Starts the part that runs on Vert.x; the controllers belong to a WebFlux server. */
public final class Shop {
  private Shop() {}

  /** Waits on the main thread, which may wait. */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    vertx.deployVerticle(new InvoiceVerticle()).toCompletionStage().toCompletableFuture().join();
    System.out.println("open");
  }
}
