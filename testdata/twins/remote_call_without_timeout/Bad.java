package twins.remote_call_without_timeout;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A server takes the connection and never answers. */
@Claim(meter = Meter.STUCK, budget = "0")
public final class Bad implements Twin {
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public void run(Stage stage) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      get(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
    }
  }

  private int get(URI from) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder().uri(from).build();
    return client.send(request, BodyHandlers.discarding()).statusCode(); // expect: remote-call-without-timeout
  }
}
