package dev.asynclint.runtime.channel;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The queue of a channel: two producers that begin a new block, and the consumer. */
public class BlockListStress {
  private static final int SLOTS = 32;

  /** Every element is taken once, and those of one producer in their order. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "every element once, in order")
  @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or out of order")
  @State
  public static class AddAgainstPoll {
    private static final int EACH = 3;

    private final BlockList<Integer> list = new BlockList<>();
    private final int[] last = {-1, -1};
    private int taken;
    private int disorder;

    /** The next block begins among what the actors add. */
    public AddAgainstPoll() {
      for (int i = 0; i < SLOTS - EACH; i++) {
        list.add(0);
        list.poll();
      }
    }

    private void add(int producer) {
      for (int i = 0; i < EACH; i++) {
        list.add(producer * EACH + i);
      }
    }

    private void take() {
      Integer element = list.poll();
      if (element != null) {
        int producer = element / EACH;
        disorder += element % EACH == last[producer] + 1 ? 0 : 1;
        last[producer] = element % EACH;
        taken++;
      }
    }

    /** Adds three. */
    @Actor
    public void first() {
      add(0);
    }

    /** Adds three. */
    @Actor
    public void second() {
      add(1);
    }

    /** Takes what there is. */
    @Actor
    public void consumer() {
      for (int i = 0; i < EACH; i++) {
        take();
      }
    }

    /** Takes the rest, and counts. */
    @Arbiter
    public void judge(II_Result result) {
      for (int i = 0; i < 2 * EACH; i++) {
        take();
      }
      result.r1 = 2 * EACH - taken;
      result.r2 = disorder;
    }
  }
}
