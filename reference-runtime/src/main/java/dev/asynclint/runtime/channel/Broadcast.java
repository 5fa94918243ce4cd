package dev.asynclint.runtime.channel;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Shared;
import dev.asynclint.runtime.poll.Waker;
import dev.asynclint.runtime.site.Site;
import dev.asynclint.runtime.site.Sites;
import dev.asynclint.runtime.sync.ClosedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every value to every subscriber. Senders never wait: a subscriber that falls behind by more than
 * the capacity loses the oldest values and is told so once. Safe for use by any thread.
 *
 * @param <T> type of the values
 */
public final class Broadcast<T> implements Shared {
  private static final int MOST = 1 << 30;

  private final Object[] ring;
  private final Map<Subscriber, Waker> waiting = new LinkedHashMap<>();
  private long sent;
  private int subscribers;
  private boolean closed;
  private long lost;
  private long peak;
  private int peakWaiting;
  private final Site madeAt = Sites.here();

  /**
   * A channel.
   *
   * @param capacity values kept for slow subscribers, rounded up to a power of two; at least 1
   */
  public Broadcast(int capacity) {
    if (capacity < 1 || capacity > MOST) {
      throw new IllegalArgumentException("capacity must be from 1 to 2^30, not " + capacity);
    }
    ring = new Object[capacity == 1 ? 1 : Integer.highestOneBit(capacity - 1) << 1];
  }

  /** Values kept for slow subscribers. */
  @Override
  public long capacity() {
    return ring.length;
  }

  @Override
  public String kind() {
    return "broadcast";
  }

  @Override
  public Site madeAt() {
    return madeAt;
  }

  /** The furthest that a subscriber was behind when it received, lost values included. */
  @Override
  public synchronized long peakLength() {
    return peak;
  }

  @Override
  public synchronized long peakWaiting() {
    return peakWaiting;
  }

  @Override
  public synchronized long lost() {
    return lost;
  }

  /**
   * Sends to all there are.
   *
   * @return to how many; 0 when the value is lost because there is no subscriber
   * @throws IllegalStateException when the channel was closed
   */
  public int send(T value) {
    List<Waker> wakers;
    int reached;
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the channel was closed");
      }
      if (subscribers == 0) {
        return 0;
      }
      ring[(int) (sent & (ring.length - 1))] = value;
      sent++;
      reached = subscribers;
      wakers = takeWakers();
    }
    wakers.forEach(Waker::wake);
    return reached;
  }

  private List<Waker> takeWakers() {
    List<Waker> all = new ArrayList<>(waiting.values());
    waiting.clear();
    return all;
  }

  /** Sends no more: subscribers get what is kept for them, then fail. */
  public void close() {
    List<Waker> wakers;
    synchronized (this) {
      closed = true;
      wakers = takeWakers();
    }
    wakers.forEach(Waker::wake);
  }

  /** A subscriber to all that is sent from now on; must be closed. */
  public synchronized Subscriber subscribe() {
    subscribers++;
    return new Subscriber(sent);
  }

  /** Receives, for one task at a time. */
  public final class Subscriber implements AutoCloseable {
    private long next;
    private boolean open = true;

    private Subscriber(long next) {
      this.next = next;
    }

    /**
     * Waits for the next value. Fails with {@link LaggedException} when values were lost, and goes
     * on with the oldest one kept; fails with {@link ClosedException} at the end.
     */
    public Async<T> receive() {
      return new Async<>() {
        @Override
        public Poll<T> poll(Context cx) throws Exception {
          return Subscriber.this.poll(cx);
        }

        @Override
        public void drop() {
          synchronized (Broadcast.this) {
            waiting.remove(Subscriber.this);
          }
        }
      };
    }

    @SuppressWarnings("unchecked") // only values are put in
    private Poll<T> poll(Context cx) throws LaggedException, ClosedException {
      if (!cx.proceed()) {
        return Poll.pending();
      }
      if (cx.witness() != null) {
        cx.witness().uses(Broadcast.this);
      }
      Object value;
      synchronized (Broadcast.this) {
        if (!open) {
          throw new IllegalStateException("this subscriber was closed");
        }
        if (next == sent) {
          if (closed) {
            throw new ClosedException("the channel was closed");
          }
          waiting.put(this, cx.waker());
          peakWaiting = Math.max(peakWaiting, waiting.size());
          return Poll.pending();
        }
        peak = Math.max(peak, sent - next);
        long oldest = sent - ring.length;
        if (next < oldest) {
          long missed = oldest - next;
          next = oldest;
          lost += missed;
          throw new LaggedException(missed);
        }
        value = ring[(int) (next & (ring.length - 1))];
        next++;
      }
      cx.progress();
      return Poll.ready((T) value);
    }

    /** Values sent and not received, lost ones included. */
    public long length() {
      synchronized (Broadcast.this) {
        return sent - next;
      }
    }

    @Override
    public void close() {
      synchronized (Broadcast.this) {
        if (open) {
          open = false;
          subscribers--;
          waiting.remove(this);
        }
      }
    }
  }
}
