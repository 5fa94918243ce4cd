package dev.asynclint.runtime.task;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** The state word of a task between whoever polls it and whoever wakes or aborts it. */
public class TaskStress {

  /** A task whose wakes are counted instead of queued. */
  static class Counted implements Scheduler, Async<Integer> {
    final AtomicInteger scheduled = new AtomicInteger(1);
    final AtomicInteger dropped = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    final Task<Integer> task = new Task<>(1, "", this, this, null);
    final Context cx = Context.of(null, 1);
    volatile boolean ready;

    @Override
    public void schedule(Task<?> woken) {
      scheduled.incrementAndGet();
    }

    @Override
    public void reschedule(Task<?> woken) {
      scheduled.incrementAndGet();
    }

    @Override
    public void ended(Task<?> done) {
      ended.incrementAndGet();
    }

    @Override
    public Poll<Integer> poll(Context context) {
      return ready ? Poll.ready(1) : Poll.pending();
    }

    @Override
    public void drop() {
      dropped.incrementAndGet();
    }

    /** Polls as often as it was scheduled by now. */
    void drain() {
      while (scheduled.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        task.run(cx);
      }
    }
  }

  /** What is made ready before a wake is seen by the poll that the wake leads to. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the task has ended, once")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a wake was lost")
  @State
  public static class WakeAgainstPoll extends Counted {
    /** Polls. */
    @Actor
    public void poller() {
      drain();
    }

    /** Makes it ready and wakes. */
    @Actor
    public void waker() {
      ready = true;
      task.wake();
    }

    /** Polls what was scheduled, and counts ends. */
    @Arbiter
    public void judge(I_Result result) {
      drain();
      result.r1 = ended.get();
    }
  }

  /** A task that is aborted while it is polled ends once, and is dropped unless it was done. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "ended once, dropped once")
  @Outcome(expect = Expect.FORBIDDEN, desc = "an abort was lost or came twice")
  @State
  public static class AbortAgainstPoll extends Counted {
    /** Polls. */
    @Actor
    public void poller() {
      drain();
    }

    /** Aborts. */
    @Actor
    public void aborter() {
      task.abort();
    }

    /** Polls what was scheduled, and counts. */
    @Arbiter
    public void judge(II_Result result) {
      drain();
      result.r1 = ended.get();
      result.r2 = dropped.get();
    }
  }

  /** Whoever waits for a task is woken, or finds it done. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "told")
  @Outcome(expect = Expect.FORBIDDEN, desc = "never told, or twice")
  @State
  public static class JoinAgainstEnd extends Counted {
    private final AtomicInteger told = new AtomicInteger();

    /** Ends the task. */
    @Actor
    public void poller() {
      ready = true;
      drain();
    }

    /** Waits for it. */
    @Actor
    public void joiner() {
      task.toCompletableFuture().thenAccept(value -> told.incrementAndGet());
    }

    /** Counts. */
    @Arbiter
    public void judge(I_Result result) {
      result.r1 = told.get();
    }
  }
}
