package dev.asynclint.rules.locks;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.LockedWait;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import dev.asynclint.rules.Words;
import java.util.stream.Stream;

/** Reports waits that happen while a lock is held. */
@AutoService(Rule.class)
@AsyncRule(
    id = "await-while-locked",
    family = Family.LOCKS,
    severity = Severity.WARNING,
    summary = "Wait for other work or a remote answer while a lock is held",
    why =
        """
        Everyone who needs the lock waits as long as the holder does: one slow answer serialises the
        whole program. If whatever completes the wait needs the same lock, neither ever goes on.
        """,
    bad =
        """
        private final Object lock = new Object();
        private int value;

        void refresh(CompletableFuture<Integer> next) {
          synchronized (lock) {
            value = next.join(); // expect: await-while-locked
          }
        }
        """,
    good =
        """
        private final Object lock = new Object();
        private int value;

        void refresh(CompletableFuture<Integer> next) {
          int fresh = next.join();
          synchronized (lock) {
            value = fresh;
          }
        }
        """,
    whenNot =
        """
        A lock that exists to let one thread at a time talk to a single connection or device is held
        for exactly that long on purpose. Waiting on a condition of the lock itself gives it back
        and is not reported.
        """,
    budgets = {"boundedWait"},
    imports = {"java.util.concurrent.CompletableFuture"},
    references = {"java.util.concurrent.locks.Lock", "SEI CERT LCK09-J"})
public final class AwaitWhileLocked implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return program.waitsUnderLock(Thresholds.of(program).boundedWait()).map(this::finding);
  }

  private Finding finding(LockedWait wait) {
    String leads = wait.site() == wait.event() ? "" : "leads to a call that ";
    String more = wait.more() == 0 ? "" : ", and " + wait.more() + " more in this region";
    return Report.by(this, wait.site().place())
        .says(
            "'%s' waits while %s is held, so everyone who needs the lock waits too",
            wait.event().display(), wait.lock())
        .label(leads + Words.waits(wait.event().waitsFor()) + more)
        .path(wait.path())
        .help("get the value first, then take the lock; or guard the state with an async mutex")
        .confidence(wait.confidence())
        .atMost(wait.deliberate() ? Severity.INFO : Severity.WARNING)
        .build();
  }
}
