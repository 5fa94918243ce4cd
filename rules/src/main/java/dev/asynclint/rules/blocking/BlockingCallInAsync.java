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

/** Reports sleeps and other pauses on threads that must not block. */
@AutoService(Rule.class)
@AsyncRule(
    id = "blocking-call-in-async",
    family = Family.BLOCKING,
    severity = Severity.ERROR,
    summary = "Sleep or another pause on a thread that must not block",
    why =
        """
        An event loop has about as many threads as the machine has cores, and each of them serves
        many connections or chains. While one sleeps, everything else assigned to it stands still,
        timers and health checks included. A few such calls at the same time stop the whole service,
        at any level of CPU load.
        Three other rules speak of calls that keep such a thread for a reason of their own: see
        blocking-client-in-async for other services, blocking-io-in-event-loop for files, sockets and
        processes, blocking-wait-in-async for other work of the program. On the common pool and its
        like all of them are common-pool-blocking.
        """,
    bad =
        """
        void retryLater(Vertx vertx, Runnable attempt) {
          vertx.runOnContext(
              ready -> {
                try {
                  Thread.sleep(2_000); // expect: blocking-call-in-async
                  attempt.run();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
        }
        """,
    good =
        """
        void retryLater(Vertx vertx, Runnable attempt) {
          vertx.setTimer(2_000, timer -> attempt.run());
        }
        """,
    whenNot =
        """
        While a server starts or stops, before it serves anyone, a short pause on an event loop does no
        harm.
        """,
    limits =
        """
        A pause whose length is a constant below the budget is not reported, nor is one whose thread is
        not known to be an event loop.
        """,
    budgets = {"eventLoopWait", "pollTime"},
    imports = {"io.vertx.core.Vertx"},
    references = {
      "Vert.x core manual: the golden rule, do not block the event loop",
      "Reactor reference: how to wrap a synchronous, blocking call"
    })
public final class BlockingCallInAsync implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Cut.OTHER.in(program).map(this::finding);
  }

  private Finding finding(BlockedThread call) {
    return Cut.fill(Report.by(this, call.site().place()), call).build();
  }
}
