package dev.asynclint.rules.spawning;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Occasions;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Started;
import dev.asynclint.core.facts.Step;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports platform threads that are started by hand as often as there are requests or items. */
@AutoService(Rule.class)
@AsyncRule(
    id = "thread-per-request",
    family = Family.SPAWNING,
    severity = Severity.INFO,
    summary = "A platform thread started for every request or item",
    why =
        """
        A platform thread costs a system call, about a megabyte of address space for its stack and a
        place in the scheduler of the operating system. Started by hand, nothing counts them and
        nothing makes the next one wait: a burst of requests becomes as many threads, until the
        process cannot create another and every part of it that needs one fails.
        """,
    bad =
        """
        void index(List<Path> files, Consumer<Path> indexer) {
          for (Path file : files) {
            new Thread(() -> indexer.accept(file)).start(); // expect: thread-per-request
          }
        }
        """,
    good =
        """
        private final ExecutorService pool = Executors.newFixedThreadPool(8);

        void index(List<Path> files, Consumer<Path> indexer) {
          for (Path file : files) {
            pool.execute(() -> indexer.accept(file));
          }
        }
        """,
    whenNot =
        """
        When a request is rare by nature, such as one that an operator makes to shut the server down.
        """,
    limits =
        """
        Knows requests by the annotations and framework methods that knowledge files name. A thread
        that is started under a condition is left out when the condition may hold only once.
        """,
    budgets = {"spawnBound"},
    imports = {
      "java.nio.file.Path",
      "java.util.List",
      "java.util.concurrent.ExecutorService",
      "java.util.concurrent.Executors",
      "java.util.function.Consumer"
    },
    references = {
      "Java API, Executor: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/Executor.html",
      "JEP 444, what a platform thread costs: https://openjdk.org/jeps/444"
    })
public final class ThreadPerRequest implements Rule {
  private static final String HELP =
      "hand the work to an executor with a bound, which makes the rest wait or turns it away";

  @Override
  public Stream<Finding> check(Program program) {
    int bound = Thresholds.of(program).spawnBound();
    return program
        .modelled()
        .filter(call -> call.spawnsWithoutLimit().filter(Started.THREAD::equals).isPresent())
        .filter(call -> call.isThrottled().not().certain())
        .flatMap(call -> finding(program, call, bound).stream());
  }

  private Optional<Finding> finding(Program program, CallSite call, int bound) {
    if (call.isRepeatedOverData(bound).certain()) {
      return Optional.of(
          Report.by(this, call.place())
              .says("'%s' adds a thread for every item, without a limit", call.display())
              .label("one more for each item")
              .help(HELP)
              .build());
    }
    Optional<List<Step>> path = Occasions.of(program).path(call);
    return path.map(
        steps ->
            Report.by(this, call.place())
                .says("'%s' adds a thread for every request, without a limit", call.display())
                .label("one more each time")
                .path(steps)
                .help(HELP)
                .build());
  }
}
