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
        left to complete anything: the program stops without using the CPU.
        """,
    bad =
        """
        CompletableFuture<Integer> total(CompletableFuture<Integer> price) {
          return CompletableFuture.supplyAsync(() -> price.join() * 2); // expect: blocking-wait-in-async
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
    budgets = {"eventLoopWait"},
    imports = {"java.util.concurrent.CompletableFuture"},
    references = {
      "java.util.concurrent.CompletableFuture: dependent stages",
      "Reactor reference: blocking in non-blocking threads"
    })
public final class BlockingWaitInAsync implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return program
        .blockedThreads(Thresholds.of(program).eventLoopWait())
        .filter(call -> call.waits())
        .map(this::finding);
  }

  private Finding finding(BlockedThread call) {
    boolean tolerable = call.context() != Context.EVENT_LOOP;
    return Report.by(this, call.site().place())
        .says("%s waits on %s", Phrases.subject(call), Phrases.thread(call))
        .label(Phrases.keeps(call))
        .path(call.path())
        .help(Phrases.help(call))
        .confidence(call.confidence())
        .atMost(tolerable ? Severity.WARNING : Severity.ERROR)
        .build();
  }
}
