package dev.asynclint.rules.blocking;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.stream.Stream;

/** Reports calls that block, on threads that must not. */
@AutoService(Rule.class)
@AsyncRule(
    id = "blocking-call-in-async",
    family = Family.BLOCKING,
    severity = Severity.ERROR,
    summary = "Blocking call on a thread that must not block",
    why =
        """
        An event loop or a CPU pool has about as many threads as the machine has cores, and each of
        them serves many connections or chains. While one sleeps, reads a file or waits for a
        database, everything else assigned to it stands still, timers and health checks included.
        A few such calls at the same time stop the whole service, at any level of CPU load.
        """,
    bad =
        """
        Mono<User> find(Mono<Long> ids, JdbcTemplate jdbc) {
          return ids.publishOn(Schedulers.parallel())
              .map(id -> jdbc.queryForObject("select name from users", User.class)); // expect: blocking-call-in-async
        }

        record User(String name) {}
        """,
    good =
        """
        Mono<User> find(Mono<Long> ids, JdbcTemplate jdbc) {
          return ids.publishOn(Schedulers.boundedElastic())
              .map(id -> jdbc.queryForObject("select name from users", User.class));
        }

        record User(String name) {}
        """,
    whenNot =
        """
        While a server starts or stops, before it serves anyone, a short blocking call on an event
        loop does no harm. A file on a RAM disk may be read faster than a hop to another thread
        takes.
        """,
    budgets = {"eventLoopWait"},
    imports = {
      "org.springframework.jdbc.core.JdbcTemplate",
      "reactor.core.publisher.Mono",
      "reactor.core.scheduler.Schedulers"
    },
    references = {
      "Reactor reference: how to wrap a synchronous, blocking call",
      "Vert.x core manual: the golden rule, do not block the event loop"
    })
public final class BlockingCallInAsync implements Rule {
  /** One question to the file system, with the answer mostly in memory. */
  private static final String METADATA = "metadata";

  @Override
  public Stream<Finding> check(Program program) {
    return program
        .blockedThreads(Thresholds.of(program).eventLoopWait())
        .filter(call -> !call.waits())
        .map(this::finding);
  }

  private Finding finding(BlockedThread call) {
    boolean tolerable = call.context() != Context.EVENT_LOOP || call.brief();
    return Report.by(this, call.site().place())
        .says("%s blocks %s", Phrases.subject(call), Phrases.thread(call))
        .label(Phrases.keeps(call))
        .path(call.path())
        .help(Phrases.help(call))
        .confidence(call.confidence())
        .atMost(call.kind().equals(METADATA) ? Severity.INFO : Severity.ERROR)
        .atMost(tolerable ? Severity.WARNING : Severity.ERROR)
        .build();
  }
}
