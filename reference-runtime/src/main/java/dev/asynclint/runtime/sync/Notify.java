package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import java.util.ArrayList;
import java.util.List;

/**
 * A signal without a value. One signal is stored when nobody waits; more are lost. Takes nothing
 * off the budget. Safe for use by any thread.
 */
public final class Notify {
  private final WaitList waiters = new WaitList();
  private boolean stored;
  private long broadcasts;

  /** Wakes who has waited longest, or whoever waits next. */
  public void notifyOne() {
    Waker waker;
    synchronized (this) {
      Notified first = (Notified) waiters.poll();
      if (first == null) {
        stored = true;
        return;
      }
      first.got = Got.ONE;
      waker = first.waker;
    }
    waker.wake();
  }

  /** Wakes all whose wait was made before this call; stores nothing. */
  public void notifyWaiters() {
    List<Waker> wakers = new ArrayList<>();
    synchronized (this) {
      broadcasts++;
      for (Notified each = (Notified) waiters.poll();
          each != null;
          each = (Notified) waiters.poll()) {
        each.got = Got.ALL;
        wakers.add(each.waker);
      }
    }
    wakers.forEach(Waker::wake);
  }

  /** Waits for a signal. Takes part in {@link #notifyWaiters} from now on, polled or not. */
  public synchronized Async<Void> notified() {
    return new Notified(broadcasts);
  }

  /** Tasks that wait. */
  public synchronized int waiting() {
    return waiters.size();
  }

  private enum Got {
    NOTHING,
    ONE,
    ALL
  }

  private final class Notified extends WaitList.Node implements Async<Void> {
    private final long madeAt;
    private Got got = Got.NOTHING;

    Notified(long madeAt) {
      this.madeAt = madeAt;
    }

    @Override
    public Poll<Void> poll(Context cx) {
      synchronized (Notify.this) {
        if (got != Got.NOTHING || madeAt != broadcasts) {
          waiters.remove(this);
          got = Got.ALL;
          return Poll.ready(null);
        }
        if (stored && !linked) {
          stored = false;
          got = Got.ALL;
          return Poll.ready(null);
        }
        waker = cx.waker();
        if (!linked) {
          waiters.add(this);
        }
        return Poll.pending();
      }
    }

    /** A signal meant for one goes on to the next. */
    @Override
    public void drop() {
      boolean passOn;
      synchronized (Notify.this) {
        waiters.remove(this);
        passOn = got == Got.ONE;
        got = Got.ALL;
      }
      if (passOn) {
        notifyOne();
      }
    }
  }
}
