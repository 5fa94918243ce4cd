package dev.asynclint.rules.cpu;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Polling;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports loops that look at something over and over without a pause. */
@AutoService(Rule.class)
@AsyncRule(
    id = "busy-spin",
    family = Family.CPU,
    severity = Severity.WARNING,
    summary = "Loop that looks at a flag, queue or future over and over without a pause",
    why =
        """
        The loop keeps a whole processor busy with looking, for as long as the other thread needs. On a
        machine with few cores, or in a container with a quota, it takes the time the other thread would
        have needed; on a virtual thread it keeps a carrier from all the others.
        """,
    bad =
        """
        private volatile boolean ready;

        void await() {
          while (!ready) {} // expect: busy-spin
        }

        void open() {
          ready = true;
        }
        """,
    good =
        """
        private final CountDownLatch ready = new CountDownLatch(1);

        void await() throws InterruptedException {
          ready.await();
        }

        void open() {
          ready.countDown();
        }
        """,
    whenNot =
        """
        When the wait is known to be shorter than a switch of threads and there are cores to spare; then
        Thread.onSpinWait tells the processor, and the loop is not reported.
        """,
    limits =
        """
        Loops that try to change what they look at, such as retries of compareAndSet, are not reported, nor
        are loops that call anything whose effect is not known.
        """,
    imports = {"java.util.concurrent.CountDownLatch"},
    references = {"java.lang.Thread.onSpinWait", "java.util.concurrent.BlockingQueue"})
public final class BusySpin implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Polling.of(program).polls().filter(poll -> poll.sleeps().isEmpty()).map(this::finding);
  }

  private Finding finding(Polling.Poll poll) {
    return Report.by(this, poll.place())
        .says("this loop looks at '%s' over and over until another thread changes it", poll.what())
        .label("keeps a processor busy")
        .help("block until it changes (a latch, take(), a future), or call Thread.onSpinWait()")
        .build();
  }
}
