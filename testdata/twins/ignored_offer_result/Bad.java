package twins.ignored_offer_result;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Feed;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** Events that come while the queue is full are gone. */
@Claim(meter = Meter.LOST, budget = "0")
public final class Bad implements Twin {
  private final BlockingQueue<Integer> events = new ArrayBlockingQueue<>(100);

  @Override
  public void run(Stage stage) {
    CompletableFuture<String> go = stage.answer("go");
    Feed feed = stage.feed(1_000);
    stage.pool(1).execute(() -> read(feed, go));
    while (feed.hasNext()) {
      publish(feed);
    }
  }

  private void publish(Iterator<Integer> feed) {
    events.offer(feed.next()); // expect: ignored-offer-result
  }

  private void read(Feed feed, CompletableFuture<String> go) {
    go.join();
    for (Integer event = events.poll(); event != null; event = events.poll()) {
      feed.done(event);
    }
  }
}
