package dev.asynclint.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.net.TcpListener;
import dev.asynclint.runtime.net.TcpStream;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Sockets of the runtime as a program uses and measures them. */
class TcpUserTest {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void theExampleServes() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(2).build()) {
      TcpListener listener = runtime.blockOn(TcpListener.bind(ANY_PORT));
      JoinHandle<Void> server = runtime.spawn(() -> EchoExample.serve(runtime, listener));
      byte[] text = "to and fro".getBytes(StandardCharsets.UTF_8);
      try (Socket client = new Socket()) {
        client.connect(listener.localAddress());
        client.getOutputStream().write(text);
        assertThat(client.getInputStream().readNBytes(text.length)).isEqualTo(text);
      }
      listener.close();
      assertThatThrownBy(() -> runtime.blockOn(server))
          .hasRootCauseInstanceOf(SocketException.class)
          .hasRootCauseMessage(listener + " is closed");
    }
  }

  @Test
  void thePageShowsTheExample() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/dev/asynclint/user/EchoExample.java"))
            .replace("package dev.asynclint.user;\n\n", "");
    assertThat(Files.readString(Path.of("../docs/runtime.md")))
        .contains(
            "<!-- EchoExample: begin -->\n```java\n" + source + "```\n<!-- EchoExample: end -->");
  }

  @Test
  void aTryThatDoesNotWaitIsNoBlockingCall() throws Exception {
    AsyncRuntime runtime =
        AsyncRuntime.builder().currentThread().metering(Metering.of(Meter.BLOCKING)).build();
    try (runtime) {
      TcpListener listener = runtime.blockOn(TcpListener.bind(ANY_PORT));
      try (Socket outside = new Socket()) {
        outside.connect(listener.localAddress());
        TcpStream stream = runtime.blockOn(listener.accept());
        outside.getOutputStream().write(1);
        runtime.blockOn(
            runtime.spawn("reader", new ReadOnce(stream.read(ByteBuffer.allocate(1)), outside)));
      }
    }
    assertThat(runtime.meters().blockingCalls())
        .extracting(call -> call.kind() + " " + call.blamed().method())
        .contains("jdk.SocketWrite poll")
        .noneMatch(call -> call.startsWith("jdk.SocketRead"));
  }

  /** Reads without waiting, and writes to a socket of the other kind, which may block. */
  private record ReadOnce(Async<Integer> read, Socket other) implements Async<Void> {
    @Override
    public Poll<Void> poll(dev.asynclint.runtime.poll.Context cx) throws Exception {
      if (read.poll(cx).isPending()) {
        return Poll.pending();
      }
      other.getOutputStream().write(2);
      return Poll.ready(null);
    }
  }
}
