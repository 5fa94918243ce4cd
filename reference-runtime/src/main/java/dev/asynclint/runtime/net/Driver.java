package dev.asynclint.runtime.net;

import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.scheduler.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells the tasks of a runtime when their sockets are ready. Has no thread: who waits in it is the
 * worker that found nothing else to do, so that a task it wakes can run where it was woken. Costs
 * nothing before the first socket. Safe for use by any thread.
 */
public final class Driver implements Events {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Consumer<Events> scheduler;

  /** Held by the thread that selects, for as long as that takes. */
  private final Semaphore turn = new Semaphore(1);

  /** Whom the sockets found ready wake; only for the thread that selects. */
  private final List<Waker> due = new ArrayList<>();

  private final Consumer<SelectionKey> collect =
      key -> ((Registration) key.attachment()).fired(due);

  /** Null before the first socket. */
  private volatile Selector selector;

  /** Whether changes made now are only seen by a thread that is woken. */
  private volatile boolean waiting;

  private final AtomicInteger open = new AtomicInteger();
  private boolean closed;

  /**
   * A driver without sockets.
   *
   * @param scheduler given this driver at the first socket, and null at the close
   */
  public Driver(Consumer<Events> scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Takes a channel in that is in non-blocking mode.
   *
   * @param name of the socket, for messages
   * @throws IllegalStateException when the runtime is closed
   */
  Registration register(SelectableChannel channel, String name, int input, int output)
      throws IOException {
    boolean first;
    Registration registration = new Registration(this, channel, name, input, output);
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the runtime is closed");
      }
      first = selector == null;
      if (first) {
        selector = Selector.open();
      }
      registration.registered(channel.register(selector, 0, registration));
      open.incrementAndGet();
    }
    if (first) {
      scheduler.accept(this);
    }
    return registration;
  }

  @Override
  public int await(long nanos) {
    turn.acquireUninterruptibly();
    try {
      return select(nanos);
    } finally {
      turn.release();
    }
  }

  private int select(long nanos) {
    try {
      if (nanos == 0) {
        selector.selectNow(collect);
      } else {
        waiting = true;
        selector.select(collect, nanos < 0 ? 0 : (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
      }
    } catch (ClosedSelectorException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException("sockets cannot be waited for", e);
    } finally {
      waiting = false;
    }
    int woken = due.size();
    for (int i = 0; i < woken; i++) {
      due.get(i).wake();
    }
    due.clear();
    return woken;
  }

  @Override
  public void interrupt() {
    selector.wakeup();
  }

  @Override
  public boolean expected() {
    return selector.keys().stream().anyMatch(key -> ((Registration) key.attachment()).isAwaited());
  }

  /** What a socket is waited for has changed. */
  void changed() {
    if (waiting) {
      selector.wakeup();
    }
  }

  /** A channel was closed: the system gets its socket back when somebody selects. */
  void released() {
    open.decrementAndGet();
    if (turn.tryAcquire()) {
      try {
        select(0);
      } finally {
        turn.release();
      }
    } else {
      selector.wakeup();
    }
  }

  /** Sockets that are open. */
  public int open() {
    return open.get();
  }

  /** Closes all sockets; whoever waits for one fails. Nothing happens the second time. */
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (selector == null) {
        return;
      }
    }
    scheduler.accept(null);
    for (SelectionKey key : selector.keys()) {
      ((Registration) key.attachment()).close("was closed with its runtime");
    }
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the sockets of the runtime cannot be closed", e);
    }
  }
}
