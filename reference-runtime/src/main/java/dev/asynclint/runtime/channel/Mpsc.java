package dev.asynclint.runtime.channel;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Shared;
import dev.asynclint.runtime.site.Site;
import dev.asynclint.runtime.site.Sites;
import dev.asynclint.runtime.sync.AsyncSemaphore;
import dev.asynclint.runtime.sync.ClosedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A queue from many tasks to one. Senders of a bounded one wait while it is full. When all senders
 * are closed the receiver gets what is left and then the end; when the receiver is closed senders
 * fail, and the receiver still gets what is left.
 *
 * @param <T> type of the elements; never null
 */
public final class Mpsc<T> implements Shared {
  private final BlockList<T> elements = new BlockList<>();

  /** Room; null when there is no bound. */
  private final AsyncSemaphore room;

  private final WakerCell receiverWaker = new WakerCell();
  private final AtomicInteger senders = new AtomicInteger(1);
  private volatile boolean receiverClosed;
  private final Receiver receiver = new Receiver();
  private final Sender sender = new Sender();
  private final long capacity;
  private final Site madeAt = Sites.here();

  private Mpsc(AsyncSemaphore room, long capacity) {
    this.room = room;
    this.capacity = capacity;
  }

  /**
   * A channel with room for so many elements.
   *
   * @param capacity at least 1
   */
  public static <T> Mpsc<T> bounded(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a channel needs room for an element, not " + capacity);
    }
    return new Mpsc<>(new AsyncSemaphore(capacity, ""), capacity);
  }

  /** A channel without a bound: nothing keeps it from filling the memory. */
  public static <T> Mpsc<T> unbounded() {
    return new Mpsc<>(null, -1);
  }

  /** The first sender. */
  public Sender sender() {
    return sender;
  }

  /** The one receiver. */
  public Receiver receiver() {
    return receiver;
  }

  /** Elements sent and not received. */
  public long length() {
    return elements.length();
  }

  @Override
  public String kind() {
    return "mpsc";
  }

  @Override
  public Site madeAt() {
    return madeAt;
  }

  @Override
  public long capacity() {
    return capacity;
  }

  @Override
  public long peakLength() {
    return elements.peakLength();
  }

  /** Senders that wait for room. */
  public int sendersWaiting() {
    return room == null ? 0 : room.waiting();
  }

  @Override
  public long peakWaiting() {
    return room == null ? 0 : room.peakWaiting();
  }

  private void put(T element) {
    elements.add(element);
    receiverWaker.wake();
  }

  private static ClosedException noReceiver() {
    return new ClosedException("the receiver of the channel is closed");
  }

  /** The side that sends; each copy must be closed. Safe for use by any thread. */
  public final class Sender implements AutoCloseable {
    private final AtomicInteger open = new AtomicInteger(1);

    private Sender() {}

    /** Another sender of the same channel. */
    public Sender copy() {
      used();
      senders.incrementAndGet();
      return new Sender();
    }

    private void used() {
      if (open.get() == 0) {
        throw new IllegalStateException("this sender was closed");
      }
    }

    /**
     * Waits for room and sends; fails with {@link ClosedException} when the receiver is closed.
     *
     * @throws NullPointerException for null
     */
    public Async<Void> send(T element) {
      Objects.requireNonNull(element, "element");
      used();
      return new Send(element);
    }

    /** Sends if there is room now; says whether it did, also not when the receiver is closed. */
    public boolean trySend(T element) {
      Objects.requireNonNull(element, "element");
      used();
      if (receiverClosed || (room != null && !room.tryTake(1))) {
        return false;
      }
      put(element);
      return true;
    }

    /** Whether sending makes no sense any more. */
    public boolean isClosed() {
      return receiverClosed;
    }

    /** This sender sends no more; nothing happens the second time. */
    @Override
    public void close() {
      if (open.getAndSet(0) == 1 && senders.decrementAndGet() == 0) {
        receiverWaker.wake();
      }
    }
  }

  /** One element on its way; makes a place in the queue only when there is no room. */
  private final class Send implements Async<Void> {
    private final T element;
    private Async<AsyncSemaphore.Permit> wait;

    Send(T element) {
      this.element = element;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
      if (cx.witness() != null) {
        cx.witness().uses(Mpsc.this);
      }
      if (wait == null) {
        if (!cx.proceed()) {
          return Poll.pending();
        }
        if (receiverClosed) {
          throw noReceiver();
        }
        if (room == null || room.tryTake(1)) {
          put(element);
          cx.progress();
          return Poll.ready(null);
        }
        wait = room.acquire();
      }
      Poll<AsyncSemaphore.Permit> permit;
      try {
        permit = wait.poll(cx);
      } catch (ClosedException e) {
        throw noReceiver();
      }
      if (permit.isPending()) {
        return Poll.pending();
      }
      permit.value().forget();
      put(element);
      return Poll.ready(null);
    }

    @Override
    public void drop() {
      if (wait != null) {
        wait.drop();
      }
    }
  }

  /** The side that receives, for one task at a time. */
  public final class Receiver implements AutoCloseable {
    /** All waits are alike, and there is one at a time. */
    private final Async<T> receive = new Receive();

    private Receiver() {}

    /** Waits for the next element; null when the channel has ended. Giving up loses nothing. */
    public Async<T> receive() {
      return receive;
    }

    /** Waits for an element at least and takes up to so many; empty when the channel has ended. */
    public Async<List<T>> receiveMany(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("receiveMany must take at least 1, not " + most);
      }
      return receive().map(first -> withMore(first, most));
    }

    private List<T> withMore(T first, int most) {
      List<T> all = new ArrayList<>();
      for (T element = first; element != null; element = all.size() < most ? tryReceive() : null) {
        all.add(element);
      }
      return all;
    }

    /** The next element if it is there; null when not. */
    public T tryReceive() {
      T element = elements.poll();
      if (element != null) {
        if (room != null) {
          room.addPermits(1);
        }
      }
      return element;
    }

    /** Whether no element can come any more. */
    private boolean ended() {
      boolean noneComes = senders.get() == 0 || receiverClosed;
      return noneComes && elements.added() == elements.taken();
    }

    /** Refuses what is sent from now on; what was sent can still be received. */
    @Override
    public void close() {
      receiverClosed = true;
      if (room != null) {
        room.close();
      }
      receiverWaker.wake();
    }

    private final class Receive implements Async<T> {
      @Override
      public Poll<T> poll(Context cx) {
        if (!cx.proceed()) {
          return Poll.pending();
        }
        if (cx.witness() != null) {
          cx.witness().uses(Mpsc.this);
        }
        T element = tryReceive();
        if (element == null) {
          receiverWaker.register(cx.waker());
          element = tryReceive();
        }
        if (element == null && !ended()) {
          return Poll.pending();
        }
        cx.progress();
        return Poll.ready(element);
      }

      @Override
      public void drop() {
        receiverWaker.clear();
      }
    }
  }
}
