package dev.asynclint.runtime.time;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A timer between whoever disarms or moves it and whoever fires it. */
public class TimersStress {

  /** Timers whose clock is set by hand, and one that is due at the first millisecond. */
  @State
  public static class Shared {
    volatile long now;
    final Timers timers = new Timers(() -> now, false, 1, () -> {});
    final TimerShard shard = timers.shard(null);
    final TimerEntry entry = new TimerEntry();
    final AtomicInteger wakes = new AtomicInteger();

    /** Arms it. */
    public Shared() {
      entry.when = 1;
      shard.arm(entry, wakes::incrementAndGet);
    }

    void fire() {
      now = 5_000_000;
      timers.fire();
    }
  }

  /** Disarmed or fired, and never in the wheel afterwards. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "disarmed")
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "fired")
  @Outcome(expect = Expect.FORBIDDEN, desc = "both, twice, or still armed")
  public static class CancelAgainstFire {
    /** Disarms. */
    @Actor
    public void canceller(Shared s) {
      s.shard.cancel(s.entry);
    }

    /** Fires. */
    @Actor
    public void driver(Shared s) {
      s.fire();
    }

    /** Counts wakes and what is armed. */
    @Arbiter
    public void judge(Shared s, II_Result result) {
      result.r1 = s.wakes.get();
      result.r2 = (int) s.timers.armed();
      if (s.entry.fired() != (result.r1 == 1)) {
        result.r2 = -1;
      }
    }
  }

  /** Moved and armed still, or fired and out. */
  @JCStressTest
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "moved before it fired")
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "fired before")
  @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or fired early")
  public static class MoveAgainstFire {
    /** Moves it away. */
    @Actor
    public void mover(Shared s) {
      s.shard.move(s.entry, 1_000);
    }

    /** Fires what is due. */
    @Actor
    public void driver(Shared s) {
      s.fire();
    }

    /** Counts wakes and what is armed. */
    @Arbiter
    public void judge(Shared s, II_Result result) {
      result.r1 = s.wakes.get();
      result.r2 = (int) s.timers.armed();
    }
  }
}
