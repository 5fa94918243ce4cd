package shop;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves invoices. Route handlers run on the verticle's event loop. */
public class InvoiceVerticle extends VerticleBase {
  private final PriceBoard prices = new PriceBoard();

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    router.get("/invoices/:id").handler(this::invoice);
    router.get("/terms").handler(this::terms);
    router.get("/rate").blockingHandler(context -> context.end(prices.current().toString()));
    return vertx.createHttpServer().requestHandler(router).listen(8081);
  }

  /** Reads the file while every other request of this event loop waits. */
  private void invoice(RoutingContext context) {
    String path = "invoices/" + context.pathParam("id") + ".pdf";
    Buffer invoice = vertx.fileSystem().readFileBlocking(path); // expect: blocking-io-in-event-loop
    context.end(invoice);
  }

  /** Is called back when the file has been read. */
  private void terms(RoutingContext context) {
    vertx.fileSystem().readFile("terms.html").onSuccess(context::end).onFailure(context::fail);
  }
}
