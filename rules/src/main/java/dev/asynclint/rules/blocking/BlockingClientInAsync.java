package dev.asynclint.rules.blocking;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.BlockedThread;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports synchronous calls of other services on threads that must not block. */
@AutoService(Rule.class)
@AsyncRule(
    id = "blocking-client-in-async",
    family = Family.BLOCKING,
    severity = Severity.ERROR,
    summary = "Synchronous call of a database or another service on a thread that must not block",
    why =
        """
        A query, an HTTP request or a remote call takes as long as the other end needs: milliseconds on
        a good day, the whole timeout on a bad one. On an event loop every connection and timer of that
        loop waits along, so that one slow service makes this one unreachable. A method that returns a
        publisher or future and calls such a client before it returns makes its callers wait, although
        it promised not to.
        """,
    bad =
        """
        @GetMapping("/users")
        Mono<Integer> users(JdbcTemplate jdbc) {
          return Mono.fromCallable(
              () -> jdbc.queryForObject(COUNT, Integer.class)); // expect: blocking-client-in-async
        }

        static final String COUNT = "select count(*) from users";
        """,
    good =
        """
        @GetMapping("/users")
        Mono<Integer> users(JdbcTemplate jdbc) {
          return Mono.fromCallable(() -> jdbc.queryForObject(COUNT, Integer.class))
              .subscribeOn(Schedulers.boundedElastic());
        }

        static final String COUNT = "select count(*) from users";
        """,
    whenNot =
        """
        While a server starts or stops, before it serves anyone. A method that promises a future and is
        called on worker threads alone keeps its promise in form only; that is a matter of taste while
        nobody else calls it.
        """,
    limits =
        """
        Clients are known by the knowledge files; a client of your own is known when its sources are
        scanned along, or by a knowledge file of yours. Calls on the common pool and its like are
        common-pool-blocking.
        """,
    budgets = {"eventLoopWait"},
    imports = {
      "org.springframework.jdbc.core.JdbcTemplate",
      "org.springframework.web.bind.annotation.GetMapping",
      "reactor.core.publisher.Mono",
      "reactor.core.scheduler.Schedulers"
    },
    references = {
      "Reactor reference: how to wrap a synchronous, blocking call",
      "Quarkus guide: the reactive architecture, @Blocking and @NonBlocking"
    })
public final class BlockingClientInAsync implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Cut.CLIENT.in(program).map(this::finding);
  }

  private Finding finding(BlockedThread call) {
    return Cut.fill(Report.by(this, call.site().place()), call).build();
  }
}
