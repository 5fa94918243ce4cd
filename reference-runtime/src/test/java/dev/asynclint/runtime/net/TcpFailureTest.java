package dev.asynclint.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.RuntimeBuilder;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.JoinHandle;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the system refuses, and the end of the runtime. */
@Timeout(120)
class TcpFailureTest {
  private static final String FLAVOURS = "dev.asynclint.runtime.net.Sockets#flavours";

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void aRefusedConnectionNamesTheAddress(RuntimeBuilder builder) throws Exception {
    InetSocketAddress nobody;
    try (ServerSocket gone = new ServerSocket()) {
      gone.bind(Sockets.port(0));
      nobody = (InetSocketAddress) gone.getLocalSocketAddress();
    }
    try (AsyncRuntime runtime = builder.build()) {
      assertThatThrownBy(() -> runtime.blockOn(TcpStream.connect(nobody)))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining(":" + nobody.getPort() + ": Connection refused")
          .hasCauseInstanceOf(ConnectException.class);
      assertThat(runtime.metrics().openSockets()).isZero();
    }
  }

  @Test
  void anAddressInUseIsNamed() throws Exception {
    try (AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build()) {
      TcpListener first = runtime.blockOn(Sockets.listen());
      assertThatThrownBy(() -> runtime.blockOn(TcpListener.bind(first.localAddress())))
          .isInstanceOf(BindException.class)
          .hasMessage(Failures.text(first.localAddress()) + ": Address already in use");
    }
  }

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void aResetNamesThePeer(RuntimeBuilder builder) throws Exception {
    try (AsyncRuntime runtime = builder.build()) {
      Socket rude = new Socket();
      TcpListener listener = runtime.blockOn(Sockets.listen());
      rude.connect(listener.localAddress());
      TcpStream stream = runtime.blockOn(listener.accept());
      rude.setSoLinger(true, 0);
      rude.close();
      assertThatThrownBy(() -> runtime.blockOn(stream.read(ByteBuffer.allocate(1))))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(stream + ": Connection reset");
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    InetSocketAddress unknown = InetSocketAddress.createUnresolved("example.org", 80);
    String message = "example.org has no known address; look it up with spawnBlocking";
    assertThatThrownBy(() -> TcpStream.connect(unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
    assertThatThrownBy(() -> TcpListener.bind(unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
    try (AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build()) {
      Sockets.Pair pair = runtime.blockOn(Sockets.pair());
      assertThatThrownBy(() -> pair.here().read(ByteBuffer.allocate(0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a read needs room for a byte at least: the buffer is full");
      assertThat(runtime.blockOn(pair.here().write(ByteBuffer.allocate(0)))).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource(FLAVOURS)
  void closingTheRuntimeClosesItsSockets(RuntimeBuilder builder) throws Exception {
    AsyncRuntime runtime = builder.threadName("sockets").build();
    TcpListener listener = runtime.blockOn(Sockets.listen());
    try (Socket outside = new Socket()) {
      outside.connect(listener.localAddress());
      TcpStream stream = runtime.blockOn(listener.accept());
      JoinHandle<Integer> reader = runtime.spawn(stream.read(ByteBuffer.allocate(1)));
      JoinHandle<TcpStream> acceptor = runtime.spawn(listener.accept());
      assertThat(runtime.metrics().openSockets()).isEqualTo(2);
      runtime.close();
      assertThat(reader.isFinished()).isTrue();
      assertThat(acceptor.isFinished()).isTrue();
      assertThat(runtime.metrics().openSockets()).isZero();
      assertThat(outside.getInputStream().read()).isEqualTo(-1);
      assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(1)).poll(Context.of(runtime, 1)))
          .isInstanceOf(SocketException.class)
          .hasMessage(stream + " was closed with its runtime");
      Async<TcpListener> late = Sockets.listen();
      assertThatThrownBy(() -> late.poll(Context.of(runtime, 1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the runtime is closed");
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("sockets-rt-"));
    try (ServerSocket again = new ServerSocket()) {
      again.bind(listener.localAddress());
    }
  }

  @Test
  void aRuntimeWithoutSocketsHasNoSelector() {
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(1).build()) {
      assertThat(runtime.metrics().openSockets()).isZero();
      assertThat(runtime.service(Driver.class)).hasFieldOrPropertyWithValue("selector", null);
    }
  }
}
