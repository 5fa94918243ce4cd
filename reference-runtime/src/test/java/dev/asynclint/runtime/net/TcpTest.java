package dev.asynclint.runtime.net;

import static dev.asynclint.runtime.net.Sockets.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.RuntimeBuilder;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.combine.Select;
import dev.asynclint.runtime.direct.Await;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes through connections, on both schedulers. */
@Timeout(120)
class TcpTest {
  private static final String FLAVOURS = "dev.asynclint.runtime.net.Sockets#flavours";

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void echo(RuntimeBuilder builder) throws Exception {
    try (AsyncRuntime runtime = builder.build()) {
      TcpListener listener = runtime.blockOn(Sockets.listen());
      runtime.spawn(Sockets.serve(runtime, listener));
      TcpStream client = runtime.blockOn(TcpStream.connect(listener.localAddress()));
      for (String text : List.of("one", "two", "three")) {
        String echoed =
            runtime.blockOn(
                client.writeAll(bytes(text)).then(n -> Sockets.read(client, text.length())));
        assertThat(echoed).isEqualTo(text);
      }
      assertThat(client.peerAddress()).isEqualTo(listener.localAddress());
      assertThat(client.localAddress().getPort()).isPositive();
      assertThat(client)
          .hasToString("the connection with " + Failures.text(listener.localAddress()));
    }
  }

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void aBodyInDirectStyleUsesThemToo(RuntimeBuilder builder) throws Exception {
    try (AsyncRuntime runtime = builder.build()) {
      TcpListener listener = runtime.blockOn(Sockets.listen());
      runtime.spawn(Sockets.serve(runtime, listener));
      JoinHandle<String> body =
          runtime.spawn(
              () -> {
                try (TcpStream client = Await.await(TcpStream.connect(listener.localAddress()))) {
                  client.noDelay(true);
                  Await.await(client.writeAll(bytes("direct")));
                  Await.await(client.flush());
                  Await.await(client.shutdownOutput());
                  return Await.await(Sockets.readToEnd(client));
                }
              });
      assertThat(runtime.blockOn(body)).isEqualTo("direct");
    }
  }

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void anEndThatSendsNoMoreStillReads(RuntimeBuilder builder) throws Exception {
    try (AsyncRuntime runtime = builder.build()) {
      Sockets.Pair pair = runtime.blockOn(Sockets.pair());
      JoinHandle<String> answered =
          runtime.spawn(
              Sockets.readToEnd(pair.there())
                  .then(
                      question ->
                          pair.there().writeAll(bytes(question + " answered")).map(n -> question))
                  .always(pair.there()::close));
      String answer =
          runtime.blockOn(
              pair.here()
                  .writeAll(bytes("question"))
                  .then(n -> pair.here().shutdownOutput())
                  .then(n -> Sockets.readToEnd(pair.here())));
      assertThat(answer).isEqualTo("question answered");
      assertThat(runtime.blockOn(answered)).isEqualTo("question");
    }
  }

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void manyConnectionsAtATime(RuntimeBuilder builder) throws Exception {
    int connections = 200;
    try (AsyncRuntime runtime = builder.build()) {
      TcpListener listener = runtime.blockOn(Sockets.listen());
      JoinHandle<Void> server = runtime.spawn(Sockets.serve(runtime, listener));
      List<JoinHandle<String>> clients = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        String text = "client " + i;
        clients.add(
            runtime.spawn(
                TcpStream.connect(listener.localAddress())
                    .then(
                        stream ->
                            rounds(stream, text, 20)
                                .then(n -> stream.shutdownOutput())
                                .then(n -> Sockets.readToEnd(stream))
                                .map(rest -> text + rest)
                                .always(stream::close))));
      }
      List<String> ends = runtime.blockOn(Join.all(clients));
      assertThat(ends)
          .isEqualTo(
              IntStream.range(0, connections)
                  .mapToObj(i -> "client " + i)
                  .collect(Collectors.toList()));
      server.abort();
      listener.close();
    }
  }

  private static Async<Void> rounds(TcpStream stream, String text, int left) {
    if (left == 0) {
      return Async.of(null);
    }
    return stream
        .writeAll(bytes(text))
        .then(n -> Sockets.read(stream, text.length()))
        .then(
            echoed -> {
              assertThat(echoed).isEqualTo(text);
              return rounds(stream, text, left - 1);
            });
  }

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void readsThatAreGivenUpTimeAndAgainLoseNothing(RuntimeBuilder builder) throws Exception {
    int size = 5_000;
    try (AsyncRuntime runtime = builder.build()) {
      Sockets.Pair pair = runtime.blockOn(Sockets.pair());
      JoinHandle<Void> writer =
          runtime.spawn(byteByByte(pair.here(), 0, size).then(n -> pair.here().shutdownOutput()));
      ByteBuffer got = ByteBuffer.allocate(size + 1);
      runtime.blockOn(runtime.spawn(impatient(pair.there(), got)));
      runtime.blockOn(writer);
      assertThat(got.position()).isEqualTo(size);
      for (int i = 0; i < size; i++) {
        assertThat(got.get(i)).isEqualTo((byte) i);
      }
    }
  }

  private static Async<Void> byteByByte(TcpStream stream, int from, int to) {
    if (from == to) {
      return Async.of(null);
    }
    return stream
        .writeAll(ByteBuffer.wrap(new byte[] {(byte) from}))
        .then(n -> Coop.yieldNow())
        .then(n -> byteByByte(stream, from + 1, to));
  }

  /** Waits for a read or a turn of the others, whichever comes first. */
  private static Async<Void> impatient(TcpStream stream, ByteBuffer into) {
    return Select.<Integer>fair()
        .on(stream.read(into), count -> count)
        .on(Coop.yieldNow(), n -> 0)
        .then(count -> count < 0 ? Async.of(null) : impatient(stream, into));
  }

  /** Counts the polls that end pending. */
  private static final class Pendings implements Async<Void> {
    private final Async<Void> inner;
    private int count;

    Pendings(Async<Void> inner) {
      this.inner = inner;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
      Poll<Void> polled = inner.poll(cx);
      count += polled.isPending() ? 1 : 0;
      return polled;
    }
  }

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void aWriterWaitsForASlowReader(RuntimeBuilder builder) throws Exception {
    // More than the buffers of both ends may grow to.
    int size = 64 << 20;
    ByteBuffer sent = ByteBuffer.allocateDirect(size);
    for (int i = 0; i < size; i += 4) {
      sent.putInt(i);
    }
    sent.flip();
    try (AsyncRuntime runtime = builder.build()) {
      Sockets.Pair pair = runtime.blockOn(Sockets.pair());
      Pendings writes = new Pendings(pair.here().writeAll(sent));
      assertThat(runtime.blockOn(once(writes))).isFalse();
      assertThat(sent.position()).isPositive().isLessThan(size);
      JoinHandle<Void> writer = runtime.spawn(writes.then(n -> pair.here().shutdownOutput()));
      ByteBuffer got = ByteBuffer.allocateDirect(size + 1);
      runtime.blockOn(drain(pair.there(), got));
      runtime.blockOn(writer);
      assertThat(got.flip()).isEqualTo(sent.rewind());
      assertThat(writes.count).isGreaterThan(1);
    }
  }

  /** Polls once; whether that was enough. */
  static Async<Boolean> once(Async<?> async) {
    return cx -> Poll.ready(async.poll(cx).isReady());
  }

  private static Async<Void> drain(TcpStream stream, ByteBuffer into) {
    return stream.read(into).then(count -> count < 0 ? Async.of(null) : drain(stream, into));
  }
}
