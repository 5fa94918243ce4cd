package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.task.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The queue of a worker between its owner and a thief: every task is seen once. */
public class LocalQueueStress {
  private static final int CAPACITY = LocalQueue.CAPACITY;

  /** A queue, a thief with one of its own, and who has seen which task. */
  @State
  public static class Shared {
    final InjectQueue inject = new InjectQueue();
    final LocalQueue owner = new LocalQueue();
    final LocalQueue thief = new LocalQueue();
    final int[] seenByOwner = new int[CAPACITY + 2];
    final int[] seenByThief = new int[CAPACITY + 2];
    int pushed;

    void push() {
      owner.push(new Task<>(pushed++, "", Async.of(null), null, null), inject);
    }

    void pop() {
      Task<?> task = owner.pop();
      if (task != null) {
        seenByOwner[(int) task.id()]++;
      }
    }

    void steal() {
      Task<?> task = owner.stealInto(thief);
      if (task != null) {
        seenByThief[(int) task.id()]++;
      }
    }

    /** Tasks that were lost, and tasks that were seen twice. */
    void judge(II_Result result) {
      for (Task<?> task = owner.pop(); task != null; task = owner.pop()) {
        seenByOwner[(int) task.id()]++;
      }
      for (Task<?> task = thief.pop(); task != null; task = thief.pop()) {
        seenByThief[(int) task.id()]++;
      }
      for (Task<?> task = inject.poll(); task != null; task = inject.poll()) {
        seenByOwner[(int) task.id()]++;
      }
      for (int i = 0; i < pushed; i++) {
        int seen = seenByOwner[i] + seenByThief[i];
        result.r1 += seen == 0 ? 1 : 0;
        result.r2 += seen > 1 ? 1 : 0;
      }
    }
  }

  /** The owner pops what the thief steals. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "every task once")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a task was lost or doubled")
  public static class PopAgainstSteal {
    /** Pops two of three. */
    @Actor
    public void owner(Shared s) {
      s.push();
      s.push();
      s.push();
      s.pop();
      s.pop();
    }

    /** Steals twice. */
    @Actor
    public void thief(Shared s) {
      s.steal();
      s.steal();
    }

    /** Counts. */
    @Arbiter
    public void judge(Shared s, II_Result result) {
      s.judge(result);
    }
  }

  /** The owner runs over while the thief steals. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "every task once")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a task was lost or doubled")
  public static class OverflowAgainstSteal {
    /** Pushes one more than there is room for. */
    @Actor
    public void owner(Shared s) {
      for (int i = 0; i <= CAPACITY; i++) {
        s.push();
      }
      s.pop();
    }

    /** Steals once. */
    @Actor
    public void thief(Shared s) {
      s.steal();
    }

    /** Counts. */
    @Arbiter
    public void judge(Shared s, II_Result result) {
      s.judge(result);
    }
  }
}
