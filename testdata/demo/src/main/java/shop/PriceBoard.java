package shop;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** The exchange rate, fetched from a bank. */
public class PriceBoard {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ReentrantLock lock = new ReentrantLock();
  private BigDecimal rate;

  /** The rate of the day. Whoever comes second waits for the first one's request. */
  public BigDecimal current() {
    lock.lock();
    try {
      if (rate == null) {
        rate = fetch().join(); // expect: await-while-locked
      }
      return rate;
    } finally {
      lock.unlock();
    }
  }

  /** Fetches first, and holds the lock for the assignment alone. */
  public void refresh() {
    BigDecimal fresh = fetch().join(); // expect: wait-without-timeout
    lock.lock();
    try {
      rate = fresh;
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<BigDecimal> fetch() {
    HttpRequest request = HttpRequest.newBuilder(URI.create("https://bank.example/rate")).build();
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .thenApply(response -> new BigDecimal(response.body()));
  }
}
