package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.poll.Waker;
import java.util.ArrayList;
import java.util.List;

/** Lets tasks wait for one another, so many at a time; can be used again. */
public final class AsyncBarrier {
  private final int parties;
  private final WaitList waiters = new WaitList();
  private int arrived;
  private long round;

  /**
   * A barrier.
   *
   * @param parties tasks that go on together; at least 1
   */
  public AsyncBarrier(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException("a barrier needs a party at least, not " + parties);
    }
    this.parties = parties;
  }

  /** Waits for the others. One of each round is told that it is the leader: the last to arrive. */
  public Async<Boolean> await() {
    return new Arrival();
  }

  private final class Arrival extends WaitList.Node implements Async<Boolean> {
    private long mine = -1;

    @Override
    public Poll<Boolean> poll(Context cx) {
      List<Waker> others = new ArrayList<>();
      synchronized (AsyncBarrier.this) {
        if (mine >= 0) {
          waker = cx.waker();
          return mine == round ? Poll.pending() : Poll.ready(false);
        }
        mine = round;
        if (++arrived < parties) {
          waker = cx.waker();
          waiters.add(this);
          return Poll.pending();
        }
        round++;
        arrived = 0;
        for (WaitList.Node node = waiters.poll(); node != null; node = waiters.poll()) {
          others.add(node.waker);
        }
      }
      others.forEach(Waker::wake);
      return Poll.ready(true);
    }

    @Override
    public void drop() {
      synchronized (AsyncBarrier.this) {
        if (linked) {
          waiters.remove(this);
          arrived--;
        }
      }
    }
  }
}
