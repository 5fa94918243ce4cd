package dev.asynclint.runtime.executor;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.JoinHandle;
import dev.asynclint.runtime.poll.Poll;
import dev.asynclint.runtime.time.Sleep;
import dev.asynclint.runtime.time.Timers;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A call at a time, or again and again: the future that is seen and the computation that runs. */
final class TimedJob<V> extends FutureTask<V> implements RunnableScheduledFuture<V>, Async<Void> {
  private final RuntimeExecutor owner;
  private final Timers timers;

  /**
   * Nanoseconds from one start to the next; negative from one end to the next start; 0 for once.
   */
  private final long period;

  private volatile long due;
  private Sleep sleep;
  private volatile JoinHandle<Void> task;

  TimedJob(RuntimeExecutor owner, Timers timers, Callable<V> call, long delay, long period) {
    super(call);
    this.owner = owner;
    this.timers = timers;
    this.period = period;
    this.due = after(timers.nanos(), Math.max(0, delay));
  }

  private static long after(long nanos, long delay) {
    return delay > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : nanos + delay;
  }

  void startedAs(JoinHandle<Void> handle) {
    task = handle;
    if (isCancelled()) {
      handle.abort();
    }
  }

  @Override
  public Poll<Void> poll(Context cx) {
    for (; ; ) {
      if (sleep == null) {
        sleep = Sleep.until(timers, due);
      }
      if (sleep.poll(cx).isPending()) {
        return Poll.pending();
      }
      sleep = null;
      if (period == 0) {
        run();
        return Poll.ready(null);
      }
      if (owner.isShutdown() || !runAndReset()) {
        cancel(false);
        return Poll.ready(null);
      }
      due = period > 0 ? after(due, period) : after(timers.nanos(), -period);
    }
  }

  /** Ends the wait for its time, too. */
  @Override
  public boolean cancel(boolean mayInterrupt) {
    // Threads that poll belong to all tasks: none of them is interrupted.
    boolean cancelled = super.cancel(false);
    JoinHandle<Void> started = task;
    if (cancelled && started != null) {
      started.abort();
    }
    return cancelled;
  }

  @Override
  protected void done() {
    owner.ended(this);
  }

  /** The runtime was closed, or the job was cancelled before its time. */
  @Override
  public void drop() {
    if (sleep != null) {
      sleep.drop();
    }
    super.cancel(false);
  }

  @Override
  public boolean isPeriodic() {
    return period != 0;
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(due - timers.nanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
  }

  /** Two jobs are the same only if they are one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
