package dev.asynclint.runtime.sync;

import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A signal between whoever waits, gives up and signals. */
public class NotifyStress {

  /** Two that wait, each with a context of its own. */
  @State
  public static class Shared {
    final Notify notify = new Notify();
    final Async<Void> first = notify.notified();
    final Async<Void> second = notify.notified();
    final AtomicInteger wakes = new AtomicInteger();

    boolean poll(Async<Void> wait) {
      Context cx = Context.of(null, 1);
      cx.begin(wakes::incrementAndGet, Context.UNCONSTRAINED);
      try {
        return wait.poll(cx).isReady();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  /** A signal that comes while somebody begins to wait ends the wait. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "found at once")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "woken")
  @Outcome(expect = Expect.FORBIDDEN, desc = "the signal was lost")
  public static class SignalAgainstWait {
    /** Begins to wait. */
    @Actor
    public void waiter(Shared s, II_Result result) {
      result.r1 = s.poll(s.first) ? 1 : 0;
    }

    /** Signals. */
    @Actor
    public void signaller(Shared s) {
      s.notify.notifyOne();
    }

    /** Whoever was not done at once was woken, and is done now. */
    @Arbiter
    public void judge(Shared s, II_Result result) {
      result.r2 = s.wakes.get();
      if (result.r1 == 0 && result.r2 == 1) {
        result.r1 = s.poll(s.first) ? 1 : 0;
      }
    }
  }

  /** A signal to one that gives up goes to the next. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "one has it, nothing is stored")
  @Outcome(expect = Expect.FORBIDDEN, desc = "the signal was lost or doubled")
  public static class SignalAgainstDrop {
    /** Gives up, unless it has the signal already. */
    @Actor
    public void dropper(Shared s, II_Result result) {
      if (s.poll(s.first)) {
        result.r1 = 1;
      } else {
        s.first.drop();
      }
    }

    /** Signals. */
    @Actor
    public void signaller(Shared s) {
      s.notify.notifyOne();
    }

    /** One of the two has the signal, and nobody who comes later does. */
    @Arbiter
    public void judge(Shared s, II_Result result) {
      result.r1 += s.poll(s.second) ? 1 : 0;
      result.r2 = s.poll(s.notify.notified()) ? 1 : 0;
    }
  }
}
