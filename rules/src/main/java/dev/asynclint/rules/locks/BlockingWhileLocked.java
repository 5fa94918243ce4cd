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

/** Reports calls that sleep or ask another machine while a lock is held. */
@AutoService(Rule.class)
@AsyncRule(
    id = "blocking-while-locked",
    family = Family.LOCKS,
    severity = Severity.INFO,
    summary = "Sleep, remote call or query while a lock is held",
    why =
        """
        A lock is meant to be held for the few instructions that need it. With a call to another
        machine inside, every thread that needs the lock waits for that machine too: throughput
        falls to one call at a time, and a slow answer stops all of them. On a virtual thread of a
        release before 24 a monitor also keeps the carrier thread.
        """,
    bad =
        """
        private final Object lock = new Object();
        private Long total;

        void refresh(JdbcTemplate jdbc) {
          synchronized (lock) {
            total = jdbc.queryForObject("select count(*) from orders", Long.class); // expect: blocking-while-locked
          }
        }
        """,
    good =
        """
        private final Object lock = new Object();
        private Long total;

        void refresh(JdbcTemplate jdbc) {
          Long fresh = jdbc.queryForObject("select count(*) from orders", Long.class);
          synchronized (lock) {
            total = fresh;
          }
        }
        """,
    whenNot =
        """
        A lock that lets one thread at a time talk to a single connection or device is held for
        exactly that long on purpose, and so is one that makes sure that a value is fetched once:
        where that can be seen the finding is a note. Where it cannot, say so with a suppression.
        """,
    limits =
        """
        Local files, name look-ups and other locks do not count, being short and common. What a
        start, stop or migration does under its lock, what a read lock covers, and what a lock does
        that is itself on another machine, is reported as a note.
        """,
    budgets = {"boundedWait"},
    imports = {"org.springframework.jdbc.core.JdbcTemplate"},
    references = {
      "java.util.concurrent.locks.Lock",
      "SEI CERT LCK09-J: do not perform operations that can block while holding a lock"
    })
public final class BlockingWhileLocked implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return program
        .waitsUnderLock(Thresholds.of(program).boundedWait())
        .filter(wait -> !wait.waits())
        .map(this::finding);
  }

  private Finding finding(LockedWait wait) {
    return Report.by(this, wait.site().place())
        .says(
            "'%s' blocks while %s is held, so everyone who needs the lock waits too",
            wait.event().display(), wait.lock())
        .label(Regions.label(wait))
        .path(wait.path())
        .help("make the call first, then take the lock for what it gave")
        .confidence(wait.confidence())
        .build();
  }
}
