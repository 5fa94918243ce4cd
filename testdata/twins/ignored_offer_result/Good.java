package twins.ignored_offer_result;

import dev.asynclint.prove.Feed;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** An event that finds no room waits for some. */
public final class Good implements Twin {
  private final BlockingQueue<Integer> events = new ArrayBlockingQueue<>(100);

  @Override
  public void run(Stage stage) throws InterruptedException {
    CompletableFuture<String> go = stage.answer("go");
    Feed feed = stage.feed(1_000);
    stage.pool(1).execute(() -> read(feed, go));
    while (feed.hasNext()) {
      publish(feed);
    }
  }

  private void publish(Iterator<Integer> feed) throws InterruptedException {
    Integer event = feed.next();
    if (!events.offer(event)) {
      events.put(event);
    }
  }

  private void read(Feed feed, CompletableFuture<String> go) {
    go.join();
    try {
      for (int i = 0; i < 1_000; i++) {
        feed.done(events.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
