package dev.asynclint.rules.blocking;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.SamePool;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports tasks that wait for a task of the pool whose thread they occupy. */
@AutoService(Rule.class)
@AsyncRule(
    id = "same-pool-wait",
    family = Family.BLOCKING,
    severity = Severity.WARNING,
    summary = "Task that waits for another task of its own bounded pool",
    why =
        """
        The task that is waited for needs a thread of the pool, and the task that waits keeps one. With
        one thread the program hangs at once; with more it hangs as soon as as many tasks wait as there
        are threads: under load, and for good, without using the processor.
        """,
    bad =
        """
        private final ExecutorService pool = Executors.newFixedThreadPool(4);

        Future<Integer> total(Callable<Integer> left, Callable<Integer> right) {
          return pool.submit(
              () -> {
                Future<Integer> other = pool.submit(left);
                return right.call() + other.get(); // expect: same-pool-wait
              });
        }
        """,
    good =
        """
        private final ExecutorService pool = Executors.newFixedThreadPool(4);

        CompletableFuture<Integer> total(Supplier<Integer> left, Supplier<Integer> right) {
          return CompletableFuture.supplyAsync(left, pool)
              .thenCombine(CompletableFuture.supplyAsync(right, pool), Integer::sum);
        }
        """,
    whenNot =
        """
        When fewer tasks can ever wait at a time than the pool has threads, by construction and not just
        so far.
        """,
    limits =
        """
        A task that was handed over before the one that waits is ahead of it in the queue and not
        reported. Two executors are the same when they are the same field or variable. A pool that is passed in from
        elsewhere is not known to be bounded. Fork/join pools help out while they wait and are left alone.
        """,
    imports = {
      "java.util.concurrent.Callable",
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.Executors",
      "java.util.concurrent.Future",
      "java.util.function.Supplier"
    },
    references = {
      "java.util.concurrent.ThreadPoolExecutor",
      "SEI CERT TPS01-J: do not execute interdependent tasks in a bounded thread pool"
    })
public final class SamePoolWait implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return SamePool.of(program).waits().map(this::finding);
  }

  private Finding finding(SamePool.Starved wait) {
    String threads =
        wait.threads().isPresent() ? " (threads: " + wait.threads().getAsInt() + ")" : "";
    return Report.by(this, wait.site().place())
        .says(
            "'%s' waits for a task of '%s'%s on one of its own threads",
            wait.site().display(), wait.pool(), threads)
        .label("keeps the thread that task may need")
        .path(wait.path())
        .help("combine the futures instead of waiting, or give the inner tasks a pool of their own")
        .build();
  }
}
