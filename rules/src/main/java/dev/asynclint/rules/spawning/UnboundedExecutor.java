package dev.asynclint.rules.spawning;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Feeding;
import dev.asynclint.core.facts.Occasions;
import dev.asynclint.core.facts.Pool;
import dev.asynclint.core.facts.Pools;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Step;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports executors without a bound that are given as much work as others ask for. */
@AutoService(Rule.class)
@AsyncRule(
    id = "unbounded-executor",
    family = Family.SPAWNING,
    severity = Severity.WARNING,
    summary = "Executor without a bound, fed as fast as work comes in",
    why =
        """
        A cached pool answers every task that finds no idle thread with another thread. As long as
        tasks are short this goes unnoticed; when what they wait for gets slow, each request adds a
        thread, until the process cannot create more. A fixed pool with a queue that never says no
        fails more quietly: tasks pile up, wait for minutes, and are worked on when nobody waits for
        them any longer. A bound turns either into a refusal that the caller can act on.
        """,
    bad =
        """
        private final ExecutorService pool = Executors.newCachedThreadPool(); // expect: unbounded-executor

        void send(String message, Consumer<String> client) {
          pool.execute(() -> client.accept(message));
        }
        """,
    good =
        """
        private final ExecutorService pool =
            new ThreadPoolExecutor(8, 8, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1000));

        void send(String message, Consumer<String> client) {
          pool.execute(() -> client.accept(message));
        }
        """,
    whenNot =
        """
        When the callers are few by construction, or limited before they get here. A cached pool for
        a fixed number of long-lived loops is fine and not reported.
        """,
    limits =
        """
        Looks at the executors whose making and feeding it can both see. Unbounded queues are notes,
        and those that a factory method brings along are told for work of each request alone: a fixed
        pool whose queue stays short is common and right.
        """,
    imports = {
      "java.util.concurrent.ArrayBlockingQueue",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.Executors",
      "java.util.concurrent.ThreadPoolExecutor",
      "java.util.concurrent.TimeUnit",
      "java.util.function.Consumer"
    },
    references = {
      "Java API, ThreadPoolExecutor, queuing: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/ThreadPoolExecutor.html"
    })
public final class UnboundedExecutor implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    Feeding feeding = Feeding.of(program);
    return Pools.of(program)
        .all()
        .filter(pool -> pool.hasEndlessThreads() || pool.queue().certain())
        .flatMap(
            pool ->
                finding(
                    pool,
                    feeding
                        .load(pool)
                        .filter(
                            call ->
                                pool.isOwnChoice() || Occasions.of(program).path(call).isPresent())
                        .findFirst())
                    .stream());
  }

  private Optional<Finding> finding(Pool pool, Optional<CallSite> load) {
    boolean threads = pool.hasEndlessThreads() && !pool.queue().certain();
    return load.map(
        feeder ->
            Report.by(this, pool.place())
                .says(
                    threads
                        ? "the executor adds a thread for every task that finds none idle, and '%s'"
                            + " gives it one for each call"
                        : "the queue of the executor takes any number of tasks, and '%s' gives it"
                            + " one for each call",
                    feeder.display())
                .label(threads ? "as many threads as tasks" : "a queue without an end")
                .path(List.of(new Step(feeder.place(), "gives it a task for each call", 0)))
                .help("bound threads and queue, and decide what happens when both are full")
                .atMost(threads ? Severity.WARNING : Severity.INFO)
                .build());
  }
}
