package twins.remote_call_without_timeout;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** The request gives up after a time. */
public final class Good implements Twin {
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public void run(Stage stage) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      get(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
    }
  }

  private int get(URI from) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder().uri(from).timeout(Duration.ofMillis(50)).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (HttpTimeoutException e) {
      return 504;
    }
  }
}
