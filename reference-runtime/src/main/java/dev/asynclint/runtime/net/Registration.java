package dev.asynclint.runtime.net;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Waker;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.List;

/**
 * A socket of a driver: whether each direction is worth a try, and who waits until it is. A
 * direction counts as ready until a try would have blocked; what it is told meanwhile has a newer
 * tick, so that a try that began before does not undo it. Safe for use by any thread.
 *
 * <p>Selectors tell of the same bytes again until they are read. The interest in input is kept
 * nevertheless, because it is wanted again nearly always; it is taken away when a direction is told
 * of that is known to be ready.
 */
final class Registration {
  private final Driver driver;
  private final SelectableChannel channel;
  private final String name;
  final Side input;
  final Side output;
  private SelectionKey key;
  private int interest;

  /** Why it is closed; null while it is open. */
  private String closed;

  /** One direction. Guarded by its registration. */
  static final class Side {
    private int operation;
    private boolean ready = true;
    private int tick;
    private Async<?> waits;
    private Waker waker;

    private Side(int operation) {
      this.operation = operation;
    }
  }

  Registration(Driver driver, SelectableChannel channel, String name, int input, int output) {
    this.driver = driver;
    this.channel = channel;
    this.name = name;
    this.input = new Side(input);
    this.output = new Side(output);
  }

  synchronized void registered(SelectionKey made) {
    key = made;
  }

  /** Turns a socket that is being connected into one that is. */
  synchronized void connected() {
    output.operation = SelectionKey.OP_WRITE;
    output.ready = true;
    if (closed == null) {
      want(0);
    }
  }

  /**
   * Whether a try is worth it: gives what {@link #wouldBlock} asks for, or -1 when the waker will
   * be called.
   *
   * @throws SocketException when it is closed
   * @throws IllegalStateException when another operation waits already
   */
  synchronized int enter(Side side, Async<?> operation, Waker waker) throws SocketException {
    if (closed != null) {
      forget(side, operation);
      throw new SocketException(name + " " + closed);
    }
    if (side.ready) {
      forget(side, operation);
      return side.tick;
    }
    if (side.waits != null && side.waits != operation) {
      throw new IllegalStateException(
          "another operation waits for this side of " + name + "; drop it first");
    }
    side.waits = operation;
    side.waker = waker;
    return -1;
  }

  private static void forget(Side side, Async<?> operation) {
    if (side.waits == operation) {
      side.waits = null;
      side.waker = null;
    }
  }

  /** An operation does not wait any more. */
  synchronized void leave(Side side, Async<?> operation) {
    forget(side, operation);
  }

  /** A try found nothing, or took all there was; no news when it was told otherwise since. */
  void wouldBlock(Side side, int tick) {
    boolean changed;
    synchronized (this) {
      if (closed != null || side.tick != tick) {
        return;
      }
      side.ready = false;
      changed = want(interest | side.operation);
    }
    if (changed) {
      driver.changed();
    }
  }

  private boolean want(int operations) {
    if (interest == operations) {
      return false;
    }
    interest = operations;
    key.interestOps(operations);
    return true;
  }

  /** The selector found something. */
  synchronized void fired(List<Waker> due) {
    if (closed != null) {
      return;
    }
    int found = key.readyOps();
    if ((found & input.operation) != 0) {
      if (input.ready) {
        want(interest & ~input.operation);
      }
      becomesReady(input, due);
    }
    if ((found & output.operation) != 0) {
      // There is room nearly always.
      want(interest & ~output.operation);
      becomesReady(output, due);
    }
  }

  private static void becomesReady(Side side, List<Waker> due) {
    side.ready = true;
    // Minus one is taken.
    side.tick = (side.tick + 1) & Integer.MAX_VALUE;
    if (side.waker != null) {
      due.add(side.waker);
      side.waker = null;
    }
  }

  /** Whether somebody waits. */
  synchronized boolean isAwaited() {
    return input.waker != null || output.waker != null;
  }

  /**
   * Closes the channel; whoever waits for it fails. Nothing happens the second time.
   *
   * @param why goes on after the name of the socket
   */
  void close(String why) {
    Waker reader;
    Waker writer;
    synchronized (this) {
      if (closed != null) {
        return;
      }
      closed = why;
      reader = input.waker;
      writer = output.waker;
      input.waker = null;
      output.waker = null;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // The socket is gone either way, and nobody is left who could do better.
    }
    driver.released();
    if (reader != null) {
      reader.wake();
    }
    if (writer != null) {
      writer.wake();
    }
  }

  /** What to throw for a failure of the channel: whoever closed it is the reason for any. */
  synchronized IOException failure(IOException of) {
    return closed == null ? Failures.at(name, of) : new SocketException(name + " " + closed);
  }

  @Override
  public String toString() {
    return name;
  }
}
