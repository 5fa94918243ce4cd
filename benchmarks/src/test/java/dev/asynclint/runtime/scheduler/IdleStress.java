package dev.asynclint.runtime.scheduler;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The word of idle workers: who goes to sleep and who has work for it do not miss each other. */
public class IdleStress {

  /** The only worker goes to sleep while work comes; either it sees it or it is woken. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "seen before the sleep ended")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "woken")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "both")
  @Outcome(expect = Expect.FORBIDDEN, desc = "asleep beside work")
  @State
  public static class SleepAgainstWork {
    private final IdleWorkers idle = new IdleWorkers(1);
    private final AtomicInteger work = new AtomicInteger();

    /** Searches, finds nothing, sleeps, and looks once more as the last that searched. */
    @Actor
    public void worker(II_Result result) {
      boolean searching = idle.search();
      if (work.get() > 0) {
        result.r1 = 1;
        return;
      }
      if (idle.sleep(0, searching) && work.get() > 0) {
        result.r1 = 1;
      }
    }

    /** Brings work and wakes somebody if need be. */
    @Actor
    public void other(II_Result result) {
      work.incrementAndGet();
      result.r2 = idle.toNotify() + 1;
    }
  }
}
