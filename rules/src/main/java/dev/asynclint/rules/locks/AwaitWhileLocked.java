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
import java.util.stream.Stream;

/** Reports waits that happen while a lock is held. */
@AutoService(Rule.class)
@AsyncRule(
    id = "await-while-locked",
    family = Family.LOCKS,
    severity = Severity.ERROR,
    summary = "Wait for other work of the program while a lock is held",
    why =
        """
        Everyone who needs the lock waits as long as the holder does: one slow task serialises the
        whole program. If whatever completes the wait needs the same lock, neither ever goes on;
        where that can be seen the finding is an error, else a warning.
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
        A lock that makes sure that something is started, stopped or made once is held for exactly
        that long on purpose; where that can be seen, and under a read lock, the finding is a note.
        Waiting on a condition of the lock itself gives it back and is not reported.
        """,
    limits =
        """
        Locks are told apart by the field or variable they are read from. Regions that a helper
        opens and another closes are not seen.
        """,
    budgets = {"boundedWait"},
    imports = {"java.util.concurrent.CompletableFuture"},
    references = {"java.util.concurrent.locks.Lock", "SEI CERT LCK09-J"})
public final class AwaitWhileLocked implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return program
        .waitsUnderLock(Thresholds.of(program).boundedWait())
        .filter(LockedWait::waits)
        .map(this::finding);
  }

  private Finding finding(LockedWait wait) {
    String fault =
        wait.stuck()
            ? "and what it waits for needs that lock too: neither goes on"
            : "so everyone who needs the lock waits too";
    return Report.by(this, wait.site().place())
        .says("'%s' waits while %s is held, %s", wait.event().display(), wait.lock(), fault)
        .label(Regions.label(wait))
        .path(wait.path())
        .help("get the value first, then take the lock; or guard the state with an async mutex")
        .confidence(wait.confidence())
        .atMost(wait.stuck() ? Severity.ERROR : Severity.WARNING)
        .atMost(wait.deliberate() ? Severity.INFO : Severity.ERROR)
        .build();
  }
}
