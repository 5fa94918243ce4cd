package dev.asynclint.runtime.net;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.RuntimeBuilder;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.poll.Async;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Sockets of this machine, to test with. */
final class Sockets {
  private Sockets() {}

  /** Both ends of a connection. */
  record Pair(TcpStream here, TcpStream there) {}

  /** Both schedulers. */
  static Stream<RuntimeBuilder> flavours() {
    return Stream.of(
        AsyncRuntime.builder().currentThread(), AsyncRuntime.builder().workerThreads(2));
  }

  static InetSocketAddress port(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** A listener at a port that was free. */
  static Async<TcpListener> listen() {
    return TcpListener.bind(port(0));
  }

  /** A connection whose listener is gone. */
  static Async<Pair> pair() {
    return listen()
        .then(
            listener ->
                Join.all(List.of(TcpStream.connect(listener.localAddress()), listener.accept()))
                    .map(ends -> new Pair(ends.get(0), ends.get(1)))
                    .always(listener::close));
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Text up to the end of what the peer sends. */
  static Async<String> readToEnd(TcpStream stream) {
    return readToEnd(stream, ByteBuffer.allocate(1024));
  }

  private static Async<String> readToEnd(TcpStream stream, ByteBuffer buffer) {
    return stream
        .read(buffer)
        .then(count -> count < 0 ? Async.of(text(buffer)) : readToEnd(stream, buffer));
  }

  /** Text of so many bytes. */
  static Async<String> read(TcpStream stream, int bytes) {
    return fill(stream, ByteBuffer.allocate(bytes));
  }

  private static Async<String> fill(TcpStream stream, ByteBuffer buffer) {
    return stream
        .read(buffer)
        .then(
            count ->
                count < 0 || !buffer.hasRemaining()
                    ? Async.of(text(buffer))
                    : fill(stream, buffer));
  }

  private static String text(ByteBuffer buffer) {
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }

  /** Sends back what comes until the peer sends no more. */
  static Async<Void> echo(TcpStream stream) {
    return echo(stream, ByteBuffer.allocateDirect(1024)).always(stream::close);
  }

  private static Async<Void> echo(TcpStream stream, ByteBuffer buffer) {
    return stream
        .read(buffer.clear())
        .then(
            count ->
                count < 0
                    ? Async.of(null)
                    : stream.writeAll(buffer.flip()).then(n -> echo(stream, buffer)));
  }

  /** Starts an echo for every connection. */
  static Async<Void> serve(AsyncRuntime runtime, TcpListener listener) {
    return listener
        .accept()
        .then(
            stream -> {
              runtime.spawn(echo(stream));
              return serve(runtime, listener);
            });
  }
}
