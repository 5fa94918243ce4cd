package dev.asynclint.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The clients of an echo, the same for every server: they send messages of 64 bytes and wait for
 * them to come back. Uses the selectors of the JDK alone. Not safe for several threads.
 */
final class EchoLoad implements AutoCloseable {
  private static final int MESSAGE_BYTES = 64;

  /** A server that says nothing for so long is broken. */
  private static final long SILENCE_MILLIS = 10_000;

  private final Selector selector = Selector.open();
  private final List<Client> clients = new ArrayList<>();
  private int unsent;
  private int unanswered;

  /** Why the rest is not sent; null while nothing is wrong. */
  private volatile IOException failure;

  /** Null in a closed loop. */
  private Histogram latencies;

  /** Connects. */
  EchoLoad(InetSocketAddress server, int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      clients.add(new Client(SocketChannel.open(server)));
    }
  }

  private final class Client {
    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(MESSAGE_BYTES);
    private final ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE_BYTES);

    Client(SocketChannel channel) throws IOException {
      this.channel = channel;
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** The message says when it was due. */
    void send(long due) throws IOException {
      message.clear().putLong(0, due);
      while (message.hasRemaining()) {
        channel.write(message);
      }
    }

    void receive() throws IOException {
      while (channel.read(answer) > 0 && !answer.hasRemaining()) {
        unanswered--;
        if (latencies != null) {
          latencies.recordValue(Math.max(0, System.nanoTime() - answer.getLong(0)));
        } else if (unsent > 0) {
          unsent--;
          send(0);
        }
        answer.clear();
      }
    }
  }

  /**
   * Sends so many messages, each connection its next one when the last has come back, and returns
   * when all have.
   */
  void closedLoop(int messages) throws IOException {
    latencies = null;
    int first = Math.min(messages, clients.size());
    unsent = messages - first;
    unanswered = messages;
    for (int i = 0; i < first; i++) {
      clients.get(i).send(0);
    }
    receiveAll();
  }

  /**
   * Sends messages at a fixed pace, whether those before have come back or not, and returns when
   * all have: what a server that stalls keeps waiting is counted from when it was due.
   *
   * @param nanosBetween from one message to the next, over all connections in turn
   * @return times from due to back, in nanoseconds
   */
  Histogram openLoop(int messages, long nanosBetween) throws IOException, InterruptedException {
    latencies = new Histogram(3);
    unanswered = messages;
    Thread sender =
        new Thread(
            () -> {
              try {
                sendAll(messages, nanosBetween);
              } catch (IOException e) {
                failure = e;
                selector.wakeup();
              }
            },
            "echo-sender");
    sender.setDaemon(true);
    sender.start();
    receiveAll();
    sender.join();
    return latencies;
  }

  private void sendAll(int messages, long nanosBetween) throws IOException {
    long start = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      long due = start + i * nanosBetween;
      for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      clients.get(i % clients.size()).send(due);
    }
  }

  private void receiveAll() throws IOException {
    while (unanswered > 0) {
      int ready =
          selector.select(
              key -> {
                try {
                  ((Client) key.attachment()).receive();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              SILENCE_MILLIS);
      if (failure != null) {
        throw failure;
      }
      if (ready == 0) {
        throw new IOException("the server keeps " + unanswered + " messages");
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Client client : clients) {
      client.channel.close();
    }
    selector.close();
  }
}
