package dev.asynclint.rules.locks;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.LoopContention;
import dev.asynclint.core.facts.LoopContention.Contended;
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

/** Reports event loops that take a lock which others hold while they wait. */
@AutoService(Rule.class)
@AsyncRule(
    id = "contended-lock-on-event-loop",
    family = Family.LOCKS,
    severity = Severity.WARNING,
    summary = "Event loop takes a lock that another thread holds while it waits",
    why =
        """
        The critical section on the event loop may be short; the other one is not. While its holder
        waits for a database or a future, the loop waits for the lock, and with it every connection
        that the loop serves. If the holder waits for something that this loop has to deliver,
        neither goes on.
        """,
    bad =
        """
        private long total;

        void register(Vertx vertx, JdbcTemplate jdbc) {
          vertx.setTimer(1000, id -> add(1));
          new Thread(() -> load(jdbc)).start();
        }

        synchronized void add(long more) { // expect: contended-lock-on-event-loop
          total += more;
        }

        synchronized void load(JdbcTemplate jdbc) {
          total = jdbc.queryForObject("select count(*) from orders", Long.class);
        }
        """,
    good =
        """
        private long total;

        void register(Vertx vertx, JdbcTemplate jdbc) {
          vertx.setTimer(1000, id -> add(1));
          new Thread(() -> load(jdbc)).start();
        }

        synchronized void add(long more) {
          total += more;
        }

        void load(JdbcTemplate jdbc) {
          Long fresh = jdbc.queryForObject("select count(*) from orders", Long.class);
          synchronized (this) {
            total = fresh;
          }
        }
        """,
    whenNot = "When the waiting holder runs only before the event loop does, as at start-up.",
    limits =
        """
        Locks are told apart by the field or variable they are read from, so that two objects of a
        class count as sharing their monitors.
        """,
    budgets = {"boundedWait"},
    imports = {"io.vertx.core.Vertx", "org.springframework.jdbc.core.JdbcTemplate"},
    wave = 2,
    references = {"Vert.x core manual: the golden rule, do not block the event loop"})
public final class ContendedLockOnEventLoop implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return LoopContention.of(program).all(Thresholds.of(program).boundedWait()).map(this::finding);
  }

  private Finding finding(Contended contended) {
    String event = contended.holder().event().display();
    return Report.by(this, contended.taken())
        .says(
            "the event loop takes %s, which another thread holds while '%s' keeps it",
            contended.lock(), event)
        .label("waits as long as the holder, which " + kind(contended))
        .path(contended.path())
        .help("keep the wait out of the other region, or hand the state to the loop instead")
        .confidence(contended.confidence())
        .atMost(contended.holder().deliberate() ? Severity.INFO : Severity.WARNING)
        .build();
  }

  private static String kind(Contended contended) {
    return Words.waits(contended.holder().event().waitsFor());
  }
}
