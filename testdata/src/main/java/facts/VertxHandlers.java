package facts;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.File;

/** Handlers run on the event loop, blocking ones on the worker pool. */
final class VertxHandlers {
  void handlers(Vertx vertx, Router router, File file) {
    vertx.setTimer(1, id -> file.exists()); // fact: waits for metadata, runs on event-loop
    vertx.executeBlocking(() -> file.exists()); // fact: waits for metadata
    router.get().handler(c -> file.exists()); // fact: waits for metadata, runs on event-loop
    router.get().blockingHandler(context -> file.exists()); // fact: waits for metadata
  }
}
