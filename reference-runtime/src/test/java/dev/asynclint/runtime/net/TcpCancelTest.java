package dev.asynclint.runtime.net;

import static dev.asynclint.runtime.net.Sockets.bytes;
import static dev.asynclint.runtime.net.TcpTest.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.Paused;
import dev.asynclint.runtime.combine.Join;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Coop;
import dev.asynclint.runtime.poll.JoinError;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.time.Sleep;
import dev.asynclint.runtime.time.Timeout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations that are given up, closed under their feet, or made to wait their turn. */
@org.junit.jupiter.api.Timeout(120)
class TcpCancelTest {
  private final AsyncRuntime runtime = AsyncRuntime.builder().currentThread().build();
  private final ByteBuffer buffer = ByteBuffer.allocate(16);
  private Sockets.Pair pair;

  @BeforeEach
  void connect() throws Exception {
    pair = runtime.blockOn(Sockets.pair());
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void theReadAfterADroppedOneGetsTheBytes() throws Exception {
    Async<Integer> dropped = pair.there().read(buffer);
    assertThat(runtime.blockOn(once(dropped))).isFalse();
    dropped.drop();
    String kept =
        runtime.blockOn(
            pair.here().writeAll(bytes("kept")).then(n -> Sockets.read(pair.there(), 4)));
    assertThat(kept).isEqualTo("kept");
    assertThat(buffer.position()).isZero();
  }

  @Test
  void aDropFreesThePlaceOfWhoWaited() throws Exception {
    Async<Integer> first = pair.there().read(buffer);
    Async<Integer> second = pair.there().read(ByteBuffer.allocate(16));
    assertThat(runtime.blockOn(once(first))).isFalse();
    assertThatThrownBy(() -> runtime.blockOn(second))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("another operation waits for this side of " + pair.there() + "; drop it first");
    first.drop();
    Async<Integer> third = pair.there().read(ByteBuffer.allocate(16));
    assertThat(runtime.blockOn(once(third))).isFalse();
    runtime.blockOn(pair.here().writeAll(bytes("x")));
    assertThat(runtime.blockOn(third)).isEqualTo(1);
  }

  @Test
  void aDroppedReadWakesNobody() throws Exception {
    List<String> woken = new ArrayList<>();
    Async<Integer> read = pair.there().read(buffer);
    runtime.blockOn(cx -> Poll.ready(read.poll(cx.with(() -> woken.add("reader")))));
    read.drop();
    runtime.blockOn(
        pair.here().writeAll(bytes("x")).then(n -> pair.there().read(ByteBuffer.allocate(1))));
    assertThat(woken).isEmpty();
  }

  @Test
  void aTimeoutLeavesTheStreamUsable() throws Exception {
    runtime.timers().pause();
    assertThatThrownBy(
            () ->
                runtime.blockOn(
                    Async.defer(() -> Timeout.of(Duration.ofHours(1), pair.there().read(buffer)))))
        .isInstanceOf(TimeoutException.class);
    runtime.timers().resume();
    runtime.blockOn(pair.here().writeAll(bytes("later")));
    assertThat(runtime.blockOn(Sockets.read(pair.there(), 5))).isEqualTo("later");
  }

  @Test
  void aConnectThatIsDroppedLeavesNoSocket() throws Exception {
    TcpListener listener = runtime.blockOn(Sockets.listen());
    int before = runtime.metrics().openSockets();
    Async<TcpStream> connect = TcpStream.connect(listener.localAddress());
    Poll<TcpStream> polled = runtime.blockOn(cx -> Poll.ready(connect.poll(cx)));
    if (polled.isReady()) {
      polled.value().close();
    } else {
      connect.drop();
    }
    assertThat(runtime.metrics().openSockets()).isEqualTo(before);
    TcpStream.connect(listener.localAddress()).drop();
  }

  @Test
  void closingFailsWhoWaits() throws Exception {
    JoinHandle<Integer> reader = runtime.spawn(pair.there().read(buffer));
    runtime.blockOn(Coop.yieldNow());
    assertThat(runtime.service(Driver.class).expected()).isTrue();
    pair.there().close();
    pair.there().close();
    assertThatThrownBy(() -> runtime.blockOn(reader))
        .isInstanceOf(JoinError.class)
        .cause()
        .isInstanceOf(SocketException.class)
        .hasMessage(pair.there() + " is closed");
    assertThatThrownBy(() -> runtime.blockOn(pair.there().write(bytes("x"))))
        .hasMessage(pair.there() + " is closed");
    assertThatThrownBy(() -> runtime.blockOn(pair.there().shutdownOutput()))
        .hasMessage(pair.there() + " is closed");
    assertThatThrownBy(() -> pair.there().noDelay(true)).hasMessage(pair.there() + " is closed");
    assertThat(runtime.blockOn(Sockets.readToEnd(pair.here()))).isEmpty();
  }

  @Test
  void closingFailsAWriterThatHasNoRoom() throws Exception {
    ByteBuffer more = ByteBuffer.allocateDirect(64 << 20);
    JoinHandle<Void> writer = runtime.spawn(pair.here().writeAll(more));
    runtime.blockOn(Coop.yieldNow());
    assertThat(more.position()).isPositive();
    pair.here().close();
    assertThatThrownBy(() -> runtime.blockOn(writer))
        .cause()
        .isInstanceOf(SocketException.class)
        .hasMessage(pair.here() + " is closed");
  }

  @Test
  void acceptFailsOnceTheListenerIsClosed() throws Exception {
    TcpListener listener = runtime.blockOn(Sockets.listen());
    Async<TcpStream> waits = listener.accept();
    assertThat(runtime.blockOn(once(waits))).isFalse();
    listener.close();
    String message = "the listener at " + Failures.text(listener.localAddress()) + " is closed";
    assertThatThrownBy(() -> runtime.blockOn(waits))
        .isInstanceOf(SocketException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> runtime.blockOn(listener.accept())).hasMessage(message);
    TcpListener again = runtime.blockOn(TcpListener.bind(listener.localAddress()));
    assertThat(again.localAddress()).isEqualTo(listener.localAddress());
  }

  @Test
  void aSocketThatIsAlwaysReadyLetsOthersRun() throws Exception {
    runtime.blockOn(
        pair.here().writeAll(ByteBuffer.allocate(301)).then(n -> Sockets.read(pair.there(), 1)));
    List<Object> order = new ArrayList<>();
    JoinHandle<Void> greedy =
        runtime.spawn(
            new Async<Void>() {
              private int left = 300;

              @Override
              public Poll<Void> poll(Context cx) throws Exception {
                int before = left;
                while (left > 0) {
                  if (pair.there().read(ByteBuffer.allocate(1)).poll(cx).isPending()) {
                    break;
                  }
                  left--;
                }
                order.add(before - left);
                return left == 0 ? Poll.ready(null) : Poll.pending();
              }
            });
    JoinHandle<Boolean> victim = runtime.spawn(Async.call(() -> order.add("victim")));
    runtime.blockOn(Join.all(List.of(greedy.map(n -> true), victim)));
    assertThat(order).containsExactly(128, "victim", 128, 44);
    assertThat(runtime.metrics().engine().forcedYields()).isEqualTo(2);
  }

  @Test
  void socketsThatAreReadyForNobodyLetTheThreadSleep() throws Exception {
    Async<Integer> read = pair.there().read(buffer);
    assertThat(runtime.blockOn(once(read))).isFalse();
    read.drop();
    runtime.blockOn(pair.here().writeAll(bytes("unread")));
    fillAndDrain(pair.there(), pair.here());
    long before = runtime.metrics().engine().parks();
    runtime.blockOn(Async.defer(() -> Sleep.of(Duration.ofMillis(50))));
    // The last news of either direction, the timer, and a few wakes that come early.
    assertThat(runtime.metrics().engine().parks() - before).isLessThan(20);
    assertThat(runtime.blockOn(Sockets.read(pair.there(), 6))).isEqualTo("unread");
  }

  /** Writes until there is no room, which is told of when there is some again. */
  private void fillAndDrain(TcpStream from, TcpStream to) throws Exception {
    ByteBuffer sent = ByteBuffer.allocateDirect(64 << 20);
    Async<Void> write = from.writeAll(sent);
    assertThat(runtime.blockOn(once(write))).isFalse();
    write.drop();
    ByteBuffer got = ByteBuffer.allocateDirect(sent.position());
    while (got.hasRemaining()) {
      runtime.blockOn(to.read(got));
    }
  }

  @Test
  void aSocketThatWaitsForTheOutsideIsNoStall() throws Exception {
    try (AsyncRuntime paused = Paused.builder().build()) {
      TcpListener listener = paused.blockOn(Sockets.listen());
      Async<TcpStream> accept = listener.accept();
      Thread[] outside = new Thread[1];
      paused.blockOn(
          cx -> {
            Poll<TcpStream> polled = accept.poll(cx);
            if (outside[0] == null) {
              outside[0] = new Thread(() -> connectTo(listener));
              outside[0].start();
            }
            return polled;
          });
      outside[0].join();
    }
  }

  private static void connectTo(TcpListener listener) {
    try (Socket socket = new Socket()) {
      socket.connect(listener.localAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
