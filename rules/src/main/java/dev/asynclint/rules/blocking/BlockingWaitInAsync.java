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

/** Reports waits for other work of the program, on threads that must not block. */
@AutoService(Rule.class)
@AsyncRule(
    id = "blocking-wait-in-async",
    family = Family.BLOCKING,
    severity = Severity.ERROR,
    summary = "Wait for a future, publisher, latch or queue on a thread that must not block",
    why =
        """
        The thread that waits is one of the few that run asynchronous work, perhaps the very one
        that would complete what it waits for. Under load all of them wait at once and nothing is
        left to complete anything: the program stops without using the CPU. A method that returns a
        publisher or future and waits before it returns makes its callers wait, although it promised
        not to.
        """,
    bad =
        """
        CompletableFuture<Integer> total(CompletableFuture<Integer> price) {
          int now = price.join(); // expect: blocking-wait-in-async
          return CompletableFuture.completedFuture(now * 2);
        }
        """,
    good =
        """
        CompletableFuture<Integer> total(CompletableFuture<Integer> price) {
          return price.thenApply(amount -> amount * 2);
        }
        """,
    whenNot =
        """
        A future that is known to be complete, because it has been asked or is one of those an
        allOf() has waited for, gives its result at once; such waits are not reported. On a virtual
        thread or a pool made for blocking work a wait is fine.
        """,
    limits =
        """
        Waits on the common pool, in parallel streams and on computation schedulers are reported as
        common-pool-blocking.
        """,
    budgets = {"eventLoopWait"},
    imports = {"java.util.concurrent.CompletableFuture"},
    references = {
      "java.util.concurrent.CompletableFuture: dependent stages",
      "Reactor reference: blocking in non-blocking threads"
    })
public final class BlockingWaitInAsync implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Cut.WAIT.in(program).map(this::finding);
  }

  private Finding finding(BlockedThread call) {
    return Cut.fill(Report.by(this, call.site().place()), call).build();
  }
}
