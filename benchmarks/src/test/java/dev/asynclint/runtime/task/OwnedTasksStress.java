package dev.asynclint.runtime.task;

import dev.asynclint.runtime.poll.Async;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The live tasks of a runtime between starting, ending and the close. */
public class OwnedTasksStress {
  private static final int CHUNK = 64;

  /** A scheduler that keeps nothing. */
  private record Idle(OwnedTasks owned) implements Scheduler {
    @Override
    public void schedule(Task<?> task) {}

    @Override
    public void reschedule(Task<?> task) {}

    @Override
    public void ended(Task<?> task) {
      owned.remove(task);
    }
  }

  /** Tasks of a runtime; the first chunk of each shard is about to be full. */
  @State
  public static class Shared {
    final OwnedTasks owned = new OwnedTasks();

    Task<Void> start() {
      Task<Void> task = new Task<>(owned.nextId(), "", Async.never(), new Idle(owned), null);
      owned.add(task);
      return task;
    }
  }

  /** A task that starts while the runtime closes is cancelled by one of the two. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "cancelled, and none is left")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a task outlived the close")
  public static class StartAgainstClose {
    /** Starts a task. */
    @Actor
    public void starter(Shared s, II_Result result) {
      Task<Void> task = s.start();
      result.r1 = task.isFinished() ? 1 : 2;
    }

    /** Closes. */
    @Actor
    public void closer(Shared s) {
      s.owned.closeAndCancelAll();
    }

    /** Cancelled by now, whoever did it. */
    @Arbiter
    public void judge(Shared s, II_Result result) {
      result.r2 = (int) s.owned.alive();
      result.r1 = result.r2 == 0 ? 1 : result.r1;
    }
  }

  /** Tasks of two threads end beside the start of others, over the end of a chunk. */
  @JCStressTest
  @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "those that did not end are left")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a task was lost, or stayed")
  public static class StartAgainstEnd {
    private static void startAndEnd(Shared s) {
      Task<Void> kept = s.start();
      for (int i = 0; i < CHUNK; i++) {
        s.start().shutdown();
      }
      if (kept.isFinished()) {
        throw new AssertionError("nobody ended it");
      }
    }

    /** Starts one that stays and as many others as fill a chunk. */
    @Actor
    public void first(Shared s) {
      startAndEnd(s);
    }

    /** The same on another thread. */
    @Actor
    public void second(Shared s) {
      startAndEnd(s);
    }

    /** Counts. */
    @Arbiter
    public void judge(Shared s, II_Result result) {
      result.r1 = (int) s.owned.alive();
      result.r2 = s.owned.snapshot().size();
    }
  }
}
