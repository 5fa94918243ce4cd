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
  private TimerShard shard;

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
    return new Sleep(timers.shard(Context.current()), deadlineNanos);
  }

  /** Until a deadline of a shard that is known. */
  Sleep(TimerShard shard, long deadline) {
    this.shard = shard;
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
    shard = cx.host().service(Timers.class).shard(cx);
    when = Timers.tick(shard.deadline(when));
  }

  /**
   * Starts again, from now; only by whoever polls it. A sleep that was being waited for goes on
   * waking the same task and need not be polled for that.
   *
   * @throws IllegalArgumentException when the time is negative
   * @throws IllegalStateException when it has not begun: made outside a runtime, never polled
   */
  public void reset(Duration time) {
    if (shard == null) {
      throw new IllegalStateException("a sleep that has not begun cannot be reset");
    }
    shard.move(this, Timers.tick(shard.deadline(nanos(time))));
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
    if (shard == null) {
      start(cx);
    }
    int place = place();
    if (place == OUT) {
      shard.arm(this, cx.waker());
    } else if (place >= 0 && waker != cx.waker()) {
      // Read without the lock: at worst it has fired meanwhile, and then nothing is changed.
      shard.update(this, cx.waker());
    }
    if (!fired()) {
      return Poll.pending();
    }
    cx.progress();
    return Poll.ready(null);
  }

  @Override
  public void drop() {
    if (shard != null) {
      shard.cancel(this);
    }
  }
}
