package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * A computation that may take so long and no longer: then it is dropped and the whole fails with a
 * {@link TimeoutException}. The computation is polled before the clock is looked at.
 *
 * @param <T> type of the result
 */
public final class Timeout<T> implements Async<T> {
  private final Async<T> inner;
  private final Sleep delay;
  private final Duration limit;

  private Timeout(Duration limit, Async<T> inner) {
    this.inner = inner;
    this.limit = limit;
    this.delay = Sleep.of(limit);
  }

  /**
   * Limits a computation.
   *
   * @throws IllegalArgumentException when the limit is negative
   */
  public static <T> Timeout<T> of(Duration limit, Async<T> inner) {
    return new Timeout<>(limit, inner);
  }

  @Override
  public Poll<T> poll(Context cx) throws Exception {
    boolean hadBudget = cx.hasBudget();
    Poll<T> polled;
    try {
      polled = inner.poll(cx);
    } catch (Throwable failure) {
      delay.drop();
      throw failure;
    }
    if (polled.isReady()) {
      delay.drop();
      return polled;
    }
    if (elapsed(cx, hadBudget && !cx.hasBudget())) {
      inner.drop();
      throw new TimeoutException("not done within " + limit);
    }
    return polled;
  }

  /** A computation that uses up the budget must not keep its own timeout from being seen. */
  private boolean elapsed(Context cx, boolean usedUp) {
    if (!usedUp) {
      return delay.poll(cx).isReady();
    }
    int left = cx.budget();
    cx.budget(Context.UNCONSTRAINED);
    try {
      return delay.poll(cx).isReady();
    } finally {
      cx.budget(left);
    }
  }

  @Override
  public void drop() {
    delay.drop();
    inner.drop();
  }
}
