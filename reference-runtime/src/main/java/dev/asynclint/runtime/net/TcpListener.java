package dev.asynclint.runtime.net;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Poll;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Accepts connections, for one task at a time; must be closed. Closing is safe for any thread. A
 * failure of the system comes as an {@link IOException} that names the address.
 */
public final class TcpListener implements AutoCloseable {
  /** Connections the system keeps that nobody has accepted yet. Source: Tokio, 1024. */
  private static final int BACKLOG = 1024;

  private final Driver driver;
  private final ServerSocketChannel channel;
  private final InetSocketAddress local;
  private final Registration registration;

  private TcpListener(Driver driver, ServerSocketChannel channel) throws IOException {
    this.driver = driver;
    this.channel = channel;
    this.local = (InetSocketAddress) channel.getLocalAddress();
    this.registration =
        driver.register(
            channel, "the listener at " + Failures.text(local), SelectionKey.OP_ACCEPT, 0);
  }

  /**
   * Listens at an address of this machine; port 0 lets the system choose one.
   *
   * @throws IllegalArgumentException when the address is only a name
   */
  public static Async<TcpListener> bind(InetSocketAddress address) {
    Failures.requireResolved(address);
    return cx -> Poll.ready(open(cx.host().service(Driver.class), address));
  }

  private static TcpListener open(Driver driver, InetSocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.configureBlocking(false);
      channel.bind(address, BACKLOG);
      return new TcpListener(driver, channel);
    } catch (IOException e) {
      channel.close();
      throw Failures.at(Failures.text(address), e);
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The address, with the port that was chosen. */
  public InetSocketAddress localAddress() {
    return local;
  }

  /** Waits for the next connection. One that comes after a drop is there for the next call. */
  public Async<TcpStream> accept() {
    return new Attempt<>(registration, registration.input) {
      @Override
      Poll<TcpStream> attempt() throws IOException {
        SocketChannel accepted = channel.accept();
        return accepted == null ? Poll.pending() : Poll.ready(TcpStream.of(driver, accepted));
      }
    };
  }

  /** Listens no more: a task that waits for a connection fails. */
  @Override
  public void close() {
    registration.close("is closed");
  }

  @Override
  public String toString() {
    return registration.toString();
  }
}
