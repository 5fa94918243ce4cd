package dev.asynclint.runtime.time;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.time.Duration;

/**
 * Lets a time pass. The time counts from the creation when that happens inside a runtime, else from
 * the first poll.
 */
public final class Sleep extends TimerEntry implements Async<Void> {
  /** Null before it has begun: then {@link #when} is the time to sleep, in nanoseconds. */
  private Timers timers;

  private Sleep(long nanos) {
    when = nanos;
    Context here = Context.current();
    if (here != null) {
      start(here);
    }
  }

  /**
   * Sleeps until a time of the clock of some timers; not at all when it has passed.
   *
   * @param deadlineNanos as {@link Timers#nanos} counts; not negative
   */
  public static Sleep until(Timers timers, long deadlineNanos) {
    if (deadlineNanos < 0) {
      throw new IllegalArgumentException("a deadline must not be negative: " + deadlineNanos);
    }
    return new Sleep(timers, deadlineNanos);
  }

  /** Until a deadline of timers that are known. */
  Sleep(Timers timers, long deadline) {
    this.timers = timers;
    when = Timers.tick(deadline);
  }

  /**
   * Sleeps.
   *
   * @throws IllegalArgumentException when the time is negative
   */
  public static Sleep of(Duration time) {
    return new Sleep(nanos(time));
  }

  /** A time in nanoseconds, as long as there is room for. */
  static long nanos(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a time must not be negative: " + time);
    }
    return time.getSeconds() >= Long.MAX_VALUE / 1_000_000_000L ? Timers.NEVER : time.toNanos();
  }

  private void start(Context cx) {
    timers = cx.host().service(Timers.class);
    when = Timers.tick(timers.deadline(when));
  }

  /**
   * Starts again, from now; only by whoever polls it. A sleep that was being waited for goes on
   * waking the same task and need not be polled for that.
   *
   * @throws IllegalArgumentException when the time is negative
   * @throws IllegalStateException when it has not begun: made outside a runtime, never polled
   */
  public void reset(Duration time) {
    if (timers == null) {
      throw new IllegalStateException("a sleep that has not begun cannot be reset");
    }
    timers.move(this, Timers.tick(timers.deadline(nanos(time))));
  }

  /** Whether the time has passed. */
  public boolean isElapsed() {
    return fired();
  }

  @Override
  public Poll<Void> poll(Context cx) {
    if (!cx.proceed()) {
      return Poll.pending();
    }
    if (timers == null) {
      start(cx);
    }
    int place = place();
    if (place == OUT) {
      timers.arm(this, cx.waker());
    } else if (place >= 0 && waker != cx.waker()) {
      // Read without the lock: at worst it has fired meanwhile, and then nothing is changed.
      timers.update(this, cx.waker());
    }
    if (!fired()) {
      return Poll.pending();
    }
    cx.progress();
    return Poll.ready(null);
  }

  @Override
  public void drop() {
    if (timers != null) {
      timers.cancel(this);
    }
  }
}
