package dev.asynclint.runtime.net;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A connection, for one task that reads and one that writes at a time; must be closed. Closing is
 * safe for any thread. A failure of the system comes as an {@link IOException} that names the peer.
 *
 * <p>Buffers may be of either kind; direct ones spare a copy. They belong to the operation until it
 * has ended or was dropped.
 */
public final class TcpStream implements AutoCloseable {
  private final SocketChannel channel;
  private final InetSocketAddress local;
  private final InetSocketAddress peer;
  private final Registration registration;

  private TcpStream(SocketChannel channel, InetSocketAddress peer, Registration registration)
      throws IOException {
    this.channel = channel;
    this.local = (InetSocketAddress) channel.getLocalAddress();
    this.peer = peer;
    this.registration = registration;
  }

  private static String name(InetSocketAddress peer) {
    return "the connection with " + Failures.text(peer);
  }

  /** A connection that was accepted. */
  static TcpStream of(Driver driver, SocketChannel channel) throws IOException {
    try {
      InetSocketAddress peer = (InetSocketAddress) channel.getRemoteAddress();
      channel.configureBlocking(false);
      return new TcpStream(
          channel,
          peer,
          driver.register(channel, name(peer), SelectionKey.OP_READ, SelectionKey.OP_WRITE));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Connects to an address. Sets no limit to the time that takes; the system may.
   *
   * @throws IllegalArgumentException when the address is only a name
   */
  public static Async<TcpStream> connect(InetSocketAddress address) {
    Failures.requireResolved(address);
    return new Connect(address);
  }

  private static final class Connect implements Async<TcpStream> {
    private final InetSocketAddress address;
    private Finish finish;

    Connect(InetSocketAddress address) {
      this.address = address;
    }

    @Override
    public Poll<TcpStream> poll(Context cx) throws IOException {
      if (finish == null) {
        finish = begin(cx.host().service(Driver.class));
      }
      try {
        return finish.poll(cx);
      } catch (IOException | RuntimeException e) {
        finish.registration.close("is closed");
        throw e;
      }
    }

    private Finish begin(Driver driver) throws IOException {
      SocketChannel channel = SocketChannel.open();
      try {
        channel.configureBlocking(false);
        channel.connect(address);
        Registration registration =
            driver.register(
                channel,
                "the connection with " + Failures.text(address),
                SelectionKey.OP_READ,
                SelectionKey.OP_CONNECT);
        return new Finish(registration, channel, address);
      } catch (IOException e) {
        channel.close();
        throw Failures.at(Failures.text(address), e);
      } catch (RuntimeException e) {
        channel.close();
        throw e;
      }
    }

    @Override
    public void drop() {
      if (finish != null) {
        finish.drop();
        finish.registration.close("is closed");
      }
    }
  }

  private static final class Finish extends Attempt<TcpStream> {
    private final SocketChannel channel;
    private final InetSocketAddress address;

    Finish(Registration registration, SocketChannel channel, InetSocketAddress address) {
      super(registration, registration.output);
      this.channel = channel;
      this.address = address;
    }

    @Override
    Poll<TcpStream> attempt() throws IOException {
      if (!channel.finishConnect()) {
        return Poll.pending();
      }
      registration.connected();
      return Poll.ready(new TcpStream(channel, address, registration));
    }
  }

  /** The address of this end. */
  public InetSocketAddress localAddress() {
    return local;
  }

  /** The address of the other end. */
  public InetSocketAddress peerAddress() {
    return peer;
  }

  /**
   * Whether small writes leave at once instead of being gathered; the default is that of the
   * system, which gathers.
   */
  public void noDelay(boolean enabled) throws IOException {
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, enabled);
    } catch (IOException e) {
      throw registration.failure(e);
    }
  }

  /**
   * Reads what has come, at least a byte: gives how many, or -1 when the peer sends no more. A read
   * that is dropped while it waits has taken nothing.
   *
   * @throws IllegalArgumentException when the buffer has no room
   */
  public Async<Integer> read(ByteBuffer into) {
    if (!into.hasRemaining()) {
      throw new IllegalArgumentException(
          "a read needs room for a byte at least: the buffer is full");
    }
    return new Read(registration, channel, into);
  }

  private static final class Read extends Attempt<Integer> {
    private final SocketChannel channel;
    private final ByteBuffer into;
    private boolean all;

    Read(Registration registration, SocketChannel channel, ByteBuffer into) {
      super(registration, registration.input);
      this.channel = channel;
      this.into = into;
    }

    @Override
    Poll<Integer> attempt() throws IOException {
      int count = channel.read(into);
      all = count > 0 && into.hasRemaining();
      return count == 0 ? Poll.pending() : Poll.ready(count);
    }

    @Override
    boolean exhausted() {
      return all;
    }
  }

  /**
   * Writes as much as there is room for, at least a byte: gives how many. A write that is dropped
   * while it waits has written nothing.
   */
  public Async<Integer> write(ByteBuffer from) {
    if (!from.hasRemaining()) {
      return Async.of(0);
    }
    return new Attempt<>(registration, registration.output) {
      @Override
      Poll<Integer> attempt() throws IOException {
        int count = channel.write(from);
        return count == 0 ? Poll.pending() : Poll.ready(count);
      }
    };
  }

  /**
   * Writes the whole buffer. How much was written when it is dropped or fails is told by the
   * position of the buffer.
   */
  public Async<Void> writeAll(ByteBuffer from) {
    return new Attempt<>(registration, registration.output) {
      @Override
      Poll<Void> attempt() throws IOException {
        channel.write(from);
        return from.hasRemaining() ? Poll.pending() : Poll.ready(null);
      }
    };
  }

  /** Does nothing: what was written is with the system already. */
  public Async<Void> flush() {
    return Async.of(null);
  }

  /** Sends no more: the peer reads to the end of what was written. Reading goes on. */
  public Async<Void> shutdownOutput() {
    return cx -> {
      try {
        channel.shutdownOutput();
      } catch (IOException e) {
        throw registration.failure(e);
      }
      return Poll.ready(null);
    };
  }

  /** Ends the connection: tasks that wait for it fail. What was written is still sent. */
  @Override
  public void close() {
    registration.close("is closed");
  }

  @Override
  public String toString() {
    return registration.toString();
  }
}
