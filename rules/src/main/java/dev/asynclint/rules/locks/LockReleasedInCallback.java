package dev.asynclint.rules.locks;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Handovers;
import dev.asynclint.core.facts.Handovers.Handover;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports locks that a callback on another thread tries to give back. */
@AutoService(Rule.class)
@AsyncRule(
    id = "lock-released-in-callback",
    family = Family.LOCKS,
    severity = Severity.WARNING,
    summary = "Lock taken on one thread and given back by a callback on another",
    why =
        """
        A reentrant lock belongs to the thread that took it. When the callback runs on another
        thread, unlock() throws IllegalMonitorStateException there, the exception disappears in the
        future or publisher, and the lock stays taken for ever. It works in a test where the answer
        is there at once, since then the callback runs on the calling thread.
        """,
    bad =
        """
        private final ReentrantLock lock = new ReentrantLock();

        CompletableFuture<String> ask(Supplier<CompletableFuture<String>> client) {
          lock.lock();
          return client.get().whenComplete((answer, failure) -> lock.unlock()); // expect: lock-released-in-callback
        }
        """,
    good =
        """
        private final Semaphore turn = new Semaphore(1);

        CompletableFuture<String> ask(Supplier<CompletableFuture<String>> client)
            throws InterruptedException {
          turn.acquire();
          return client.get().whenComplete((answer, failure) -> turn.release());
        }
        """,
    whenNot =
        """
        Permits, stamps and locks of other processes that are given back with the id of their owner
        have no owning thread and are not reported.
        """,
    limits =
        """
        A lock that one callback takes and another gives back is not seen, nor is one that is given
        back by a method the callback calls.
        """,
    imports = {
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.Semaphore",
      "java.util.concurrent.locks.ReentrantLock",
      "java.util.function.Supplier"
    },
    references = {
      "java.util.concurrent.locks.ReentrantLock#unlock: IllegalMonitorStateException",
      "java.util.concurrent.Semaphore: need not be released by the thread that acquired it"
    })
public final class LockReleasedInCallback implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Handovers.of(program).all().map(this::finding);
  }

  private Finding finding(Handover handover) {
    return Report.by(this, handover.release().place())
        .says(
            "'%s' gives %s back on the thread that runs the callback, which is not the one that"
                + " took it",
            handover.release().display(), handover.lock())
        .label("throws IllegalMonitorStateException there, and the lock stays taken")
        .path(handover.path())
        .help("use a Semaphore of one permit, or give the lock back before the callback is set")
        .confidence(handover.confidence())
        .build();
  }
}
